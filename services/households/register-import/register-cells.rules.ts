// The cells of a member's row (导出各格) as the national list writes them, under the sight of whoever takes them out.
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import type { CellValue } from './read-cells.rules';
import { keyOf, type RegisterColumn, registerColumns } from './register-columns.rules';
import { wordOf } from './sheet-words.rules';

export interface RegisterSource {
  householdId: string;
  memberId: string;
  version: string;
  place: { county: string; town: string; village: string };
  /** by the key of the column: what stands in the tables, codes as codes */
  values: Readonly<Record<string, CellValue | undefined>>;
  tails: { idNumber: string; phone: string | null };
  /** in the plain for whom that is a standing right */
  phone?: string | null;
}

export type Sight = 'plain' | 'masked' | 'hidden';
export type Seen = (type: 'Household' | 'Member', field: string) => Sight;

export type CellWriter = (source: RegisterSource) => string;

/** A writer a column, made once for a whole list. */
export function cellWriters(seen: Seen): ReadonlyMap<string, CellWriter> {
  return new Map(registerColumns.map((column) => [keyOf(column), writerOf(column, seen)]));
}

function writerOf(column: RegisterColumn, seen: Seen): CellWriter {
  const key = keyOf(column);
  const { of, field } = column;
  if (of === 'place') return ({ place }) => place[field as keyof RegisterSource['place']] ?? '';
  const sight = sightOf(column, seen);
  if (sight === 'hidden') return () => '';
  if (key === 'member.idNumber') return ({ tails }) => maskFromTail(tails.idNumber);
  if (key === 'household.phone') return ({ tails, phone }) => phone ?? (tails.phone ? maskFromTail(tails.phone) : '');
  if (key === 'member.name' && sight === 'masked') return ({ values }) => maskName(String(values[key] ?? ''));
  return ({ values }) => cellText(column, values[key]);
}

function sightOf({ of, field }: RegisterColumn, seen: Seen): Sight {
  if (of === 'member') return seen('Member', field);
  if (of === 'living') return seen('Household', 'living');
  return of === 'household' && field !== 'size' && field !== 'perCapita' ? seen('Household', field) : 'plain';
}

export function cellText({ kind, list }: RegisterColumn, value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (kind === 'code' && list) return wordOf[list].get(String(value)) ?? String(value);
  if (kind === 'yes') return value ? '是' : '否';
  return String(value);
}
