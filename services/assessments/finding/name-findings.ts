// Names what findings speak of (地区、单位、人员名称): asked of organisation once for all, as the caller may see them.
import type { Context } from '#platform/graph/context';
import type { Finding } from './finding.entity';

const NAMES =
  'query($r: [_Any!]!) { _entities(representations: $r) { ... on Region { id name } ... on Unit { id name } ... on Person { id name } } }';

/** By id; what the caller may not see has no name. */
export type Names = ReadonlyMap<string, string>;

export async function nameFindings(
  context: Context,
  findings: readonly Finding[],
  people: readonly (string | null)[] = [],
): Promise<Names> {
  const wanted = new Map<string, string>();
  for (const { regionId, leadUnit, responsibleId, recheckedBy, closedBy } of findings) {
    wanted.set(regionId, 'Region');
    if (leadUnit) wanted.set(leadUnit, 'Unit');
    for (const person of [responsibleId, recheckedBy, closedBy]) if (person) wanted.set(person, 'Person');
  }
  for (const person of people) if (person) wanted.set(person, 'Person');
  if (wanted.size === 0) return new Map();
  const r = [...wanted].map(([id, type]) => ({ __typename: type, id }));
  const { _entities } = await context.ask<{ _entities: ({ id: string; name: string | null } | null)[] }>(
    'organisation',
    NAMES,
    { r },
  );
  return new Map(_entities.flatMap((each) => (each?.name ? [[each.id, each.name]] : [])));
}
