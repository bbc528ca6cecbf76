// Names of regions (地区名称), which organisation alone knows; asked before a transaction opens.
import type { Context } from '#platform/graph/context';

const QUESTION = 'query($regions: [_Any!]!) { _entities(representations: $regions) { ... on Region { id name } } }';

export async function regionNames(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const regions = [...new Set(ids)].map((id) => ({ __typename: 'Region', id }));
  const { _entities } = await context.ask<{ _entities: ({ id: string; name: string } | null)[] }>(
    'organisation',
    QUESTION,
    { regions },
  );
  return new Map(_entities.flatMap((region) => (region ? [[region.id, region.name] as const] : [])));
}
