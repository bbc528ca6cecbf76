// What a pack changes (规则包对照): each value that differs from the pack before it, by its place, items of a list matched by their own name.
import { canonicalJson } from './canonical';

export interface PackChange {
  /** `triggers[last-three].n`: an item that has a name is found by it, wherever it stands */
  path: string;
  before: unknown;
  after: unknown;
}

/** The first of these that an item has is what it is called. */
const NAMES = ['node', 'trigger', 'layer', 'key', 'code', 'name', 'of', 'day', 'date'] as const;

export function changesBetween(before: unknown, after: unknown, path = ''): PackChange[] {
  if (isRecord(before) && isRecord(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changesBetween(before[key], after[key], path ? `${path}.${key}` : key),
    );
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [byName(before), byName(after)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) =>
      changesBetween(old.get(name), now.get(name), `${path}[${name}]`),
    );
  }
  return same(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }];
}

function byName(items: readonly unknown[]): Map<string, unknown> {
  const named = items.map((item) => (isRecord(item) ? NAMES.map((name) => item[name]).find(isText) : undefined));
  const unique = named.every((name) => name !== undefined) && new Set(named).size === items.length;
  return new Map(items.map((item, at) => [unique ? String(named[at]) : String(at), item]));
}

const same = (one: unknown, other: unknown) =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
