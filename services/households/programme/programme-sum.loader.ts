// Counts cases by programme and state over regions; one statement for all the regions that a request asks about.

import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { type RegionRange, regionRange } from '../region-summary/region-range.query';
import { inRegion, REGIONS } from '../region-summary/region-summary.query';
import { type ProgrammePack, programmes } from './programme-pack.rules';
import { caseGoesBy } from './programme-pack-on.loader';
import type { ProgrammeSum } from './programme-sum.entity';
import { titleOfState } from './show-case.rules';

interface CountRow {
  id: string;
  programme: string;
  state: string;
  packHash: string;
  cases: number;
  holding: number;
  payable: number;
  overdue: number;
}

const counts = `
select r.id, c.programme, c.state, min(c.pack_hash) as "packHash", count(*)::int as cases, count(*) filter (where c.holds)::int as holding,
  count(*) filter (where c.payable)::int as payable, count(*) filter (where c.due_on < ${TODAY})::int as overdue
from ${REGIONS} join households.programme_case c on ${inRegion('c.path')} group by r.id, c.programme, c.state order by c.programme, c.state`;

const rowsOfRegion = defineLoader<CountRow[]>(
  'programme sums of regions',
  () => [],
  async (rows, keys) => {
    const ranges = keys.map((key) => JSON.parse(key) as RegionRange);
    const asked = [ranges.map(({ regionId }) => regionId), ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)];
    const byRegion = groupBy(await rows.query<CountRow>(counts, asked), ({ id }) => id);
    return new Map(keys.map((key, at) => [key, byRegion.get(ranges[at]?.regionId ?? '') ?? []]));
  },
);

export async function programmeSumsOf(context: Context, regionId: string): Promise<ProgrammeSum[]> {
  const range = await regionRange(context, regionId);
  const rows = await rowsOfRegion.load(context, JSON.stringify(range));
  const packs = await Promise.all(rows.map((row) => caseGoesBy(context, row)));
  const titles = new Map(rows.map((row, at) => [row, titleOfState(packs[at] as ProgrammePack, row.state)]));
  return programmes.map((programme) => {
    const own = rows.filter((row) => row.programme === programme);
    const sum = (of: 'cases' | 'holding' | 'payable' | 'overdue') => own.reduce((total, row) => total + row[of], 0);
    const byState = own.map((row) => ({ state: row.state, title: titles.get(row) ?? row.state, cases: row.cases }));
    return {
      programme,
      cases: sum('cases'),
      holding: sum('holding'),
      payable: sum('payable'),
      overdue: sum('overdue'),
      byState,
    };
  });
}
