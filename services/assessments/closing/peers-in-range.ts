// Who is scored (参评对象): towns, districts and functional zones in the caller's range, and the member units that have tasks there.
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import type { PeerGroup } from '../scoring/scoring-pack.rules';
import { heldThrough } from '../task/held.query';
import type { Peer } from './draw-quarter.rules';

export interface PlacedPeer extends Peer {
  regionId: string;
  unitId: string | null;
  path: string;
}

interface RegionPage {
  regions: {
    edges: { node: { id: string; code: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  districts?: RegionPage['regions'];
}

const pageQuery =
  'query($after:String){regions(kind:town,first:200,after:$after){edges{node{id code}}pageInfo{hasNextPage endCursor}}districts:regions(kind:district,first:200){edges{node{id code}}pageInfo{hasNextPage endCursor}}}';

export async function peersInRange(context: Context, quarter: string): Promise<PlacedPeer[]> {
  const { lo, hi } = await context.inScope.range();
  const [regions, units, codes] = await Promise.all([
    context.inScope.read(({ query }) =>
      query<{ id: string; path: string; group: PeerGroup }>(
        `select region_id as id, path, kind as group from assessments.scope
         where kind in ('town', 'district', 'zone') and path >= $1 and path < $2 order by path`,
        [lo, hi],
      ),
    ),
    context.inScope.read(({ query }) =>
      query<{ id: string; regionId: string; path: string }>(
        `select distinct t.unit_id as id, t.region_id as "regionId", t.path from assessments.task t
         where t.unit_id is not null and t.year = left($3, 4)::int and ${heldThrough('$4::date')} and t.path >= $1 and t.path < $2 order by t.unit_id`,
        [lo, hi, quarter, parseQuarter(quarter).until],
      ),
    ),
    codesOfRegions(context),
  ]);
  return [
    ...regions.map((region) => ({
      ...region,
      // A functional zone has no division code.
      code: codes.get(region.id) ?? region.path,
      regionId: region.id,
      unitId: null,
    })),
    ...units.map((unit) => ({ ...unit, group: 'unit' as const, code: unit.id, unitId: unit.id })),
  ];
}

async function codesOfRegions(context: Context): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (let after: string | null = null, more = true; more; ) {
    const { regions, districts }: RegionPage = await context.ask<RegionPage>('organisation', pageQuery, { after });
    for (const { node } of [...regions.edges, ...(districts?.edges ?? [])])
      if (node.code) codes.set(node.id, node.code);
    more = regions.pageInfo.hasNextPage;
    after = regions.pageInfo.endCursor;
  }
  return codes;
}
