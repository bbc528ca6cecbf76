// Names what the rows of a list tell by ids (清单中的名称): households and members of the scope, villages and people as organisation tells them.
import type { HouseholdsContext } from '../tools';

/** Each of a row's ids, by what it is the id of. */
export interface RowIds {
  households?: readonly (string | null)[];
  members?: readonly (string | null)[];
  regions?: readonly (string | null)[];
  /** of rows that know their place by its path alone */
  paths?: readonly string[];
  people?: readonly (string | null)[];
}

interface NamedHousehold {
  number: string;
  head: string;
}
interface NamedMember {
  name: string;
  number: string;
}

export interface RowNames {
  household(id: string | null): NamedHousehold;
  member(id: string | null): NamedMember;
  person(id: string | null): string;
  place(id: string | null): string;
  placeAt(path: string): string;
}

/** Names that were told already, of pages before. */
export interface KnownNames {
  people: Map<string, string>;
  places: Map<string, string>;
}

const HOUSEHOLDS = `select h.id, h.number, coalesce(m.name, '') as head from households.household h
  left join households.member m on m.id = h.head_member_id where h.id = any ($1::uuid[])`;
const MEMBERS = `select m.id, m.name, coalesce(h.number, '') as number from households.member m
  left join households.household h on h.id = m.household_id where m.id = any ($1::uuid[])`;
const PATHS = 'select s.path, s.region_id as "regionId" from households.scope s where s.path = any ($1::text[])';
const TOLD =
  'query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { id name } ... on Region { id name parent { name } } } }';
const AT_ONCE = 500;

interface Told {
  id: string;
  name?: string;
  parent?: { name: string } | null;
}

export async function nameRows(
  context: HouseholdsContext,
  rows: readonly RowIds[],
  { people, places }: KnownNames,
): Promise<RowNames> {
  const distinct = (ids: readonly (string | null)[], known?: ReadonlyMap<string, string>) =>
    [...new Set(ids)].filter((id): id is string => !!id && !known?.has(id));
  const all = (of: keyof RowIds) => distinct(rows.flatMap((row) => row[of] ?? []));
  const read = <Row>(sql: string, ids: readonly string[]) =>
    ids.length > 0 ? context.inScope.read(({ query }) => query<Row>(sql, [ids])) : [];
  const [households, members, paths] = await Promise.all([
    read<NamedHousehold & { id: string }>(HOUSEHOLDS, all('households')),
    read<NamedMember & { id: string }>(MEMBERS, all('members')),
    read<{ path: string; regionId: string }>(PATHS, all('paths')),
  ]);
  const regions = [...all('regions'), ...paths.map(({ regionId }) => regionId)];
  const who = [
    ...distinct(all('people'), people).map((id) => ({ __typename: 'Person', id })),
    ...distinct(regions, places).map((id) => ({ __typename: 'Region', id })),
  ];
  for (let from = 0; from < who.length; from += AT_ONCE)
    keepNames(await tell(context, who.slice(from, from + AT_ONCE)), { people, places });
  const [byHousehold, byMember] = [households, members].map((named) => new Map(named.map((each) => [each.id, each])));
  const regionAt = new Map(paths.map(({ path, regionId }) => [path, regionId]));
  const place = (id: string | null | undefined) => places.get(id ?? '') ?? '';
  return {
    household: (id) => (byHousehold?.get(id ?? '') as NamedHousehold | undefined) ?? { number: '', head: '' },
    member: (id) => (byMember?.get(id ?? '') as NamedMember | undefined) ?? { name: '', number: '' },
    person: (id) => people.get(id ?? '') ?? '',
    place,
    placeAt: (path) => place(regionAt.get(path)),
  };
}

interface Asked {
  __typename: string;
  id: string;
}

async function tell(context: HouseholdsContext, who: readonly Asked[]): Promise<(Asked & Told)[]> {
  const { _entities } = await context.ask<{ _entities: (Told | null)[] }>('organisation', TOLD, { who });
  return _entities.flatMap((told, at) => (told ? [{ ...told, __typename: who[at]?.__typename ?? '' }] : []));
}

function keepNames(told: readonly (Asked & Told)[], { people, places }: KnownNames): void {
  for (const { __typename, id, name, parent } of told) {
    if (!name) continue;
    if (__typename === 'Person') people.set(id, name);
    else places.set(id, parent ? `${parent.name} ${name}` : name);
  }
}
