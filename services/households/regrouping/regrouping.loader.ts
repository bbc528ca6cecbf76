// Regroupings by id, and of a household from either side, newest first.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Regrouping } from './regrouping.entity';

export const regroupingById = defineLoader<Regrouping | null>(
  'regrouping by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Regrouping, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

export const regroupingsOfHousehold = defineLoader<Regrouping[]>(
  'regroupings of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) or t.into_id = any($1::uuid[]) order by t.id desc';
    const found = await rows.select(Regrouping, tail, [ids]);
    return new Map(ids.map((id) => [id, found.filter((each) => each.householdId === id || each.intoId === id)]));
  },
);
