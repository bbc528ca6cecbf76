// A page of a list (分页): keyset cursors over a sort column and the id, at constant cost however deep the page lies.
import { invalidInput, type Refusal } from '../vocabulary/refusal';

export const PAGE_DEFAULT = 20;
export const PAGE_CAP = 200;

export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

export interface Page<T> {
  items: T[];
  hasNextPage: boolean;
}

/** How many rows to ask for: one more than shown tells whether there is a next page. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? PAGE_DEFAULT;
  if (size < 1 || size > PAGE_CAP)
    throw invalidInput('first', `每页 1 至 ${PAGE_CAP} 行`, `a page has 1 to ${PAGE_CAP} rows`, { value: size });
  return size;
}

export function cursorOf(...keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Of a list in the order of regions: by place, then by id. */
export const placedCursor = ({ path, id }: { path: string; id: string }): string => cursorOf(path, id);

/** The keys inside a cursor, or null at the start of the list. */
export function keysOf(after: string | null | undefined, count: number): string[] | null {
  if (!after) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === count) return keys.map(String);
  } catch {
    // told below, like any other cursor that we did not make
  }
  throw foreignCursor();
}

/** A cursor that some other list made, or nobody. */
export function foreignCursor(): Refusal {
  return invalidInput('after', '游标无效，请从头翻页', 'not a cursor of this list, start from the first page');
}

export function pageOf<T>(rows: T[], size: number): Page<T> {
  return { items: rows.slice(0, size), hasNextPage: rows.length > size };
}
