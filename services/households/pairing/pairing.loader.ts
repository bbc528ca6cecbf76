// Who helps a household today, and how many households somebody helps.
import { TODAY } from '#platform/database/today';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';

const CURRENT = `p.valid_from <= ${TODAY} and (p.valid_to is null or p.valid_to > ${TODAY})`;

export const helperOfHousehold = defineLoader<string | null>(
  'helper of a household',
  () => null,
  async (rows, ids) => {
    const sql = `select p.household_id as "householdId", p.helper_id as "helperId" from households.pairing p
      where p.household_id = any($1::uuid[]) and ${CURRENT}`;
    const found = await rows.query<{ householdId: string; helperId: string }>(sql, [ids]);
    return new Map(found.map((pairing) => [pairing.householdId, pairing.helperId]));
  },
);

/** Counts what lies in the caller's own scope. */
export const pairedCountOf = defineLoader<number>(
  'paired households of a person',
  () => 0,
  async (rows, ids) => {
    const sql = `select p.helper_id as id, count(*)::int as count from households.pairing p
      where p.helper_id = any($1::uuid[]) and ${CURRENT} group by p.helper_id`;
    const found = mapBy(await rows.query<{ id: string; count: number }>(sql, [ids.filter(isId)]), (row) => row.id);
    return new Map([...found].map(([id, { count }]) => [id, count]));
  },
);

/** The households that a person helps today: what the gateway asks in each request of a helper, under the person's own scope. */
export const myPairedHouseholds = `select p.household_id as id from households.pairing p where p.helper_id = $1 and ${CURRENT} order by p.household_id`;
