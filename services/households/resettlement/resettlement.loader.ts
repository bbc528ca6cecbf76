// The lists by which a household came to its village (分村安置经过), oldest first, and the households of a list.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { Resettlement } from './resettlement.entity';

export const resettlementsOfHousehold = defineLoader<Resettlement[]>(
  'resettlements of a household',
  () => [],
  async (rows, ids) => {
    const pairs = await rows.query<{ householdId: string; listId: string }>(
      `select r.household_id as "householdId", r.resettlement_id as "listId" from households.resettled_household r where r.household_id = any ($1::uuid[])`,
      [ids],
    );
    const tail = 'where t.id = any ($1::uuid[]) and t.approved_by is not null order by t.effective_on, t.id';
    const lists = await rows.select(Resettlement, tail, [pairs.map(({ listId }) => listId)]);
    return new Map(
      [...groupBy(pairs, ({ householdId }) => householdId)].map(([householdId, own]) => [
        householdId,
        lists.filter(({ id }) => own.some(({ listId }) => listId === id)),
      ]),
    );
  },
);

export const householdIdsOfList = defineLoader<string[]>(
  'households of a resettlement',
  () => [],
  async (rows, ids) => {
    const found = await rows.query<{ householdId: string; listId: string }>(
      `select r.household_id as "householdId", r.resettlement_id as "listId" from households.resettled_household r
       where r.resettlement_id = any ($1::uuid[]) order by r.household_id`,
      [ids],
    );
    return new Map(
      [...groupBy(found, ({ listId }) => listId)].map(([id, of]) => [id, of.map(({ householdId }) => householdId)]),
    );
  },
);
