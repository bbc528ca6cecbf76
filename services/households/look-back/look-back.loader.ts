// Look-backs and cases by id, cases of a household, and how far a look-back is in many regions, counted in one statement.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { LookBack } from './look-back.entity';
import { LookBackCase } from './look-back-case.entity';
import type { CaseCount } from './look-back-progress.rules';

export const lookBackById = defineLoader<LookBack | null>(
  'look-back by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(LookBack, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export const lookBackCaseById = defineLoader<LookBackCase | null>(
  'look-back case by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(LookBackCase, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export const casesOfHousehold = defineLoader<LookBackCase[]>(
  'look-back cases of household',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(LookBackCase, 'where t.household_id = any ($1::uuid[]) order by t.household_id, t.id desc', [
        ids,
      ]),
      ({ householdId }) => householdId ?? '',
    ),
);

const counted = `
select k.key, c.state, c.category, c.household_id is null as missed, count(*)::int as cases
from unnest($1::text[], $2::uuid[], $3::text[], $4::text[]) k(key, look_back_id, lo, hi)
join households.look_back_case c on c.look_back_id = k.look_back_id and c.path >= k.lo collate "C" and c.path < k.hi collate "C"
group by 1, 2, 3, 4`;

export const countsOf = defineLoader<CaseCount[]>(
  'cases of a look-back in a region',
  () => [],
  async (rows, keys) => {
    const asked = keys.map((key) => JSON.parse(key) as [string, string, string]);
    const column = (at: 0 | 1 | 2) => asked.map((each) => each[at]);
    const found = await rows.query<CaseCount & { key: string }>(counted, [keys, column(0), column(1), column(2)]);
    return groupBy(found, ({ key }) => key);
  },
);
