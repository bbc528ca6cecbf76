// Whether there is such a person, and of which unit and level (帮扶单位层级): organisation alone knows, asked before the transaction opens.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type UnitLevel, unitLevelOf } from './pairing.rules';

const WHO = `query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { id unit { id region { kind } } } } }`;

export interface FoundPerson {
  id: string;
  unitId: string | null;
  unitLevel: UnitLevel | null;
}

interface Told {
  id: string;
  unit?: { id: string; region: { kind: string } | null } | null;
}

export async function findPerson(context: Context, id: string, what: string): Promise<FoundPerson> {
  const [found] = await findPeople(context, [id], what);
  if (!found) throw commonRefusals.notFound({ what });
  return found;
}

/** All of them, or none. */
export async function findPeople(context: Context, ids: readonly string[], what: string): Promise<FoundPerson[]> {
  if (!ids.every(isId)) throw commonRefusals.notFound({ what });
  const who = ids.map((id) => ({ __typename: 'Person', id }));
  const { _entities: told } = await context.ask<{ _entities: (Told | null)[] }>('organisation', WHO, { who });
  return ids.map((id, at) => {
    const found = told[at];
    if (!found) throw commonRefusals.notFound({ what });
    return { id, unitId: found.unit?.id ?? null, unitLevel: unitLevelOf(found.unit?.region?.kind.toLowerCase()) };
  });
}
