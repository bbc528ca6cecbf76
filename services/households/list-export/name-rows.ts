// Names what the rows of a list tell by ids (清单中的名称): households of the scope by number and head, villages and people as organisation tells them.
import { nameVillages } from '../register-import/name-villages';
import type { HouseholdsContext } from '../tools';

export interface RowIds {
  householdId: string | null;
  regionId: string;
  personId?: string | null;
}

export interface RowNames {
  household(id: string | null): { number: string; head: string };
  person(id: string | null): string;
  place(id: string): string;
}

/** Names that were told already, of pages before. */
export interface KnownNames {
  people: Map<string, string>;
  places: Map<string, string>;
}

const HOUSEHOLDS = `select h.id, h.number, coalesce(m.name, '') as head from households.household h
  left join households.member m on m.id = h.head_member_id where h.id = any ($1::uuid[])`;
const PEOPLE = 'query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { id name } } }';
const NOBODY = { number: '', head: '' };

export async function nameRows(
  context: HouseholdsContext,
  rows: readonly RowIds[],
  { people, places }: KnownNames,
): Promise<RowNames> {
  const distinct = (of: (row: RowIds) => string | null | undefined, known?: ReadonlyMap<string, string>) =>
    [...new Set(rows.map(of))].filter((id): id is string => !!id && !known?.has(id));
  const [unnamed, unplaced] = [
    distinct(({ personId }) => personId, people),
    distinct(({ regionId }) => regionId, places),
  ];
  const [households, named, villages] = await Promise.all([
    context.inScope.read(({ query }) =>
      query<{ id: string; number: string; head: string }>(HOUSEHOLDS, [distinct(({ householdId }) => householdId)]),
    ),
    unnamed.length > 0
      ? context.ask<{ _entities: ({ id: string; name?: string } | null)[] }>('organisation', PEOPLE, {
          who: unnamed.map((id) => ({ __typename: 'Person', id })),
        })
      : { _entities: [] },
    nameVillages(context, unplaced),
  ]);
  for (const person of named._entities) if (person?.name) people.set(person.id, person.name);
  for (const [id, { town, village }] of villages) places.set(id, `${town} ${village}`);
  const byId = new Map(households.map((each) => [each.id, each]));
  return {
    household: (id) => byId.get(id ?? '') ?? NOBODY,
    person: (id) => people.get(id ?? '') ?? '',
    place: (id) => places.get(id) ?? '',
  };
}
