// Who helps a household today and who stands in, how many households somebody helps, and how it came to be so.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { HandOver } from './hand-over.entity';
import { Pairing } from './pairing.entity';
import { StandIn } from './stand-in.entity';

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

/** Who is there in the helper's place today. */
export const standInOfHousehold = defineLoader<string | null>(
  'stand-in of a household',
  () => null,
  async (rows, ids) => {
    const sql = `select p.household_id as "householdId", p.stand_in_id as "standInId" from households.stand_in p
      where p.household_id = any($1::uuid[]) and ${CURRENT}`;
    const found = await rows.query<{ householdId: string; standInId: string }>(sql, [ids]);
    return new Map(found.map(({ householdId, standInId }) => [householdId, standInId]));
  },
);

/** Oldest first, as the lines of the handbook. */
export const pairingsOfHousehold = defineLoader<Pairing[]>(
  'pairings of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) order by t.valid_from, t.id';
    return groupBy(await rows.select(Pairing, tail, [ids]), ({ householdId }) => householdId);
  },
);

export const standInsOfHousehold = defineLoader<StandIn[]>(
  'stand-ins of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) order by t.valid_from, t.id';
    return groupBy(await rows.select(StandIn, tail, [ids]), ({ householdId }) => householdId);
  },
);

export const standInsOfAbsence = defineLoader<StandIn[]>(
  'stand-ins of an absence',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.absence_id = any($1::uuid[]) order by t.path, t.id';
    return groupBy(await rows.select(StandIn, tail, [ids]), ({ absenceId }) => absenceId);
  },
);

export const handOversOfHousehold = defineLoader<HandOver[]>(
  'hand-overs of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) order by t.handed_on, t.id';
    return groupBy(await rows.select(HandOver, tail, [ids]), ({ householdId }) => householdId);
  },
);

export const handOverById = defineLoader<HandOver | null>(
  'hand-over by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(HandOver, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

/** Absences that run or will, household by household in the order of places. */
export async function listStandIns({ inScope }: Context, args: PageArgs): Promise<Page<StandIn>> {
  const size = pageSize(args.first);
  const [path = null, last = null] = keysOf(args.after, 2) ?? [];
  if (last !== null && !isId(last)) throw foreignCursor();
  const tail = `where t.valid_to > ${TODAY} and ($1::text is null or (t.path, t.id) > ($1 collate "C", $2::uuid)) order by t.path, t.id limit $3`;
  return pageOf(await inScope.read((rows) => rows.select(StandIn, tail, [path, last, size + 1])), size);
}

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

/**
 * The households that a person helps today, or stands in for: what the gateway asks in each request of a helper, under the person's own
 * scope, so that a right begins and ends with its day.
 */
export const myPairedHouseholds = `select p.household_id as id from households.pairing p where p.helper_id = $1 and ${CURRENT}
  union select p.household_id from households.stand_in p where p.stand_in_id = $1 and ${CURRENT} order by 1`;
