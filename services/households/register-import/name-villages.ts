// Names villages as a sheet does (村名): county, town and village, as organisation tells them.
import type { Context } from '#platform/graph/context';

export interface NamedVillage {
  id: string;
  code: string;
  village: string;
  town: string;
  /** the district or zone that runs the town, then the district whose code it has */
  counties: readonly string[];
}

interface Told {
  id: string;
  code: string | null;
  name: string;
  parent: { name: string; parent: { name: string } | null; statisticalParent: { name: string } | null } | null;
}

const NAMES =
  'query($who: [_Any!]!) { _entities(representations: $who) { ... on Region { id code name parent { name parent { name } statisticalParent { name } } } } }';
const AT_ONCE = 500;

export async function nameVillages(
  { ask }: Pick<Context<never>, 'ask'>,
  ids: readonly string[],
): Promise<Map<string, NamedVillage>> {
  const named = new Map<string, NamedVillage>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const who = ids.slice(from, from + AT_ONCE).map((id) => ({ __typename: 'Region', id }));
    const { _entities } = await ask<{ _entities: (Told | null)[] }>('organisation', NAMES, { who });
    for (const region of _entities) {
      if (!region?.code || !region.parent) continue;
      const { id, code, name: village } = region;
      const { name: town, parent, statisticalParent } = region.parent;
      const counties = [parent, statisticalParent].flatMap((each) => (each ? [each.name] : []));
      named.set(id, { id, code, village, town, counties });
    }
  }
  return named;
}
