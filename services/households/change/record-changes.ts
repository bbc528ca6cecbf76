// Records changes of facts (登记变更): the log row, and the present value, unless something that begins later is known already.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { canonicalJson } from '#platform/vocabulary/canonical';
import { factsOfHousehold, factsOfMember, HOUSEHOLD_WITH_LIVING } from './facts.query';
import type { Told } from './facts.rules';
import type { Ground } from './ground.rules';

export interface ChangePlace {
  id: string;
  regionId: string;
  path: string;
}

export interface FactTold {
  field: string;
  value: unknown;
  /** what is written to the row; nothing where a deed writes it itself */
  columns?: Readonly<Record<string, unknown>>;
  /** of a number: the sealed one, and the sealed one before it */
  sealed?: { before: Buffer | null; after: Buffer | null };
}

export interface Change {
  deed: 'correct' | 'join' | 'leave' | 'head' | 'split' | 'merge' | 'undo';
  household: ChangePlace;
  memberId: string | null;
  ground: Ground;
  changedBy: string | null;
}

const LOG = `insert into households.fact_change (id, household_id, region_id, path, member_id, deed, field, before, after, before_sealed,
  after_sealed, valid_from, reason, document_number, changed_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/** Nobody else changes the household meanwhile; in the order of ids where there are two. */
export async function holdHousehold({ query }: WriteRows, ...ids: string[]): Promise<void> {
  await query('select h.id from households.household h where h.id = any($1::uuid[]) order by h.id for no key update', [
    ids,
  ]);
}

/** Answers what changed; what is superseded by a later day has nothing to write. What stands in `before` was known to hold on that day, unless `known` says what did. */
export async function recordChanges(
  rows: WriteRows,
  change: Change,
  told: readonly FactTold[],
  known?: Told,
): Promise<FactTold[]> {
  const { household, memberId, ground } = change;
  const { present, thatDay, later } = await standing(rows, change);
  const before = (field: string) =>
    known && field in known ? known[field] : field in thatDay ? thatDay[field] : (present[field] ?? null);
  const changed = told.filter(
    ({ field, value, sealed }) => sealed || canonicalJson(before(field)) !== canonicalJson(value ?? null),
  );
  for (const { field, value, sealed } of changed)
    await rows.query(LOG, [
      newId(),
      household.id,
      household.regionId,
      household.path,
      memberId,
      change.deed,
      field,
      JSON.stringify(before(field)),
      JSON.stringify(value ?? null),
      sealed?.before ?? null,
      sealed?.after ?? null,
      ground.validFrom,
      ground.reason,
      ground.documentNumber ?? null,
      change.changedBy,
    ]);
  return changed.map((fact) => (later.includes(fact.field) ? { field: fact.field, value: fact.value } : fact));
}

async function standing({ query }: WriteRows, { household, memberId, ground }: Change) {
  const present = memberId
    ? `select ${factsOfMember} from households.member m where m.id = $2`
    : `select ${factsOfHousehold} from ${HOUSEHOLD_WITH_LIVING} where h.id = $1`;
  const [row] = await query<{ present: Told; thatDay: Told; later: string[] }>(
    `select (${present}) as present, households.told_of($1, $2, $3::date, 'infinity') as "thatDay",
       array(select distinct c.field from households.fact_change c
         where (c.household_id = $1 and c.member_id is null and $2::uuid is null or c.member_id = $2) and c.valid_from > $3::date) as later`,
    [household.id, memberId, ground.validFrom],
  );
  return row ?? { present: {}, thatDay: {}, later: [] };
}

/** Writes the present values of what changed into one row of a table that is ours to name. */
export async function writePresent(
  { query }: WriteRows,
  table: string,
  key: string,
  id: string,
  changed: readonly FactTold[],
) {
  const columns = Object.assign({}, ...changed.map((fact) => fact.columns ?? {})) as Record<string, unknown>;
  const names = Object.keys(columns);
  if (names.length === 0) return;
  const set = names.map((name, at) => `${name} = $${at + 2}`).join(', ');
  await query(`update households.${table} set ${set} where ${key} = $1`, [id, ...Object.values(columns)]);
}
