// Asks a subgraph as the officer of any region: most have no demo account, so the caller is made as the gateway would make it.
import { randomUUID } from 'node:crypto';
import type { SubgraphName } from '#platform/database/roles';
import { type Caller, type Level, type Post, scopeOfPost } from '#platform/vocabulary/caller';
import type { World } from '../harness/world';

export function officerOf(post: Post, level: Level, regionId: string): Caller {
  return {
    personId: randomUUID(),
    appointmentId: randomUUID(),
    principalId: null,
    standsFor: [],
    post,
    level,
    line: null,
    scope: scopeOfPost[post],
    regionId,
    unitId: null,
    pairedHouseholds: [],
    regionEpoch: 1,
    sessionId: randomUUID(),
    operationId: randomUUID(),
    address: null,
    service: null,
  };
}

export async function askAs<T>(
  { subgraphs }: World,
  subgraph: SubgraphName,
  caller: Caller,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const { data, errors } = await subgraphs[subgraph].execute({ query, variables }, caller);
  if (errors) throw new Error(JSON.stringify(errors));
  return data as T;
}

/** What one subgraph tells of a region, as the gateway asks for it. */
export async function askRegion<T>(
  world: World,
  subgraph: SubgraphName,
  caller: Caller,
  id: string,
  fields: string,
): Promise<T> {
  const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Region { ${fields} } } }`;
  const of = [{ __typename: 'Region', id }];
  const { _entities } = await askAs<{ _entities: T[] }>(world, subgraph, caller, query, { of });
  return _entities[0] as T;
}
