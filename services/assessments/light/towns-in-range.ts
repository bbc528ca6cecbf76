// The towns that are scored against each other (参评乡镇): those in the caller's range, with the division codes that break a tie.
import type { Context } from '#platform/graph/context';
import type { Town } from './gather-figures';

export interface CodedTown extends Town {
  code: string;
}

interface RegionPage {
  regions: {
    edges: { node: { id: string; code: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const pageQuery =
  'query($after:String){regions(kind:town,first:200,after:$after){edges{node{id code}}pageInfo{hasNextPage endCursor}}}';

export async function townsInRange(context: Context): Promise<CodedTown[]> {
  const { lo, hi } = await context.inScope.range();
  const [towns, codes] = await Promise.all([
    context.inScope.read(({ query }) =>
      query<Town>(
        `select region_id as id, path from assessments.scope where kind = 'town' and path >= $1 and path < $2 order by path`,
        [lo, hi],
      ),
    ),
    codesOfTowns(context),
  ]);
  return towns.map((town) => ({ ...town, code: codes.get(town.id) ?? town.path }));
}

async function codesOfTowns(context: Context): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (let after: string | null = null, more = true; more; ) {
    const { regions }: RegionPage = await context.ask<RegionPage>('organisation', pageQuery, { after });
    for (const { node } of regions.edges) if (node.code) codes.set(node.id, node.code);
    more = regions.pageInfo.hasNextPage;
    after = regions.pageInfo.endCursor;
  }
  return codes;
}
