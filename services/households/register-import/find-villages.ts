// Finds the villages that a sheet names, among those of the caller's scope: one beside it and one that is nowhere are the same.
import type { Context } from '#platform/graph/context';
import { type NamedVillage, nameVillages } from './name-villages';
import type { SheetPlace } from './read-household.rules';
import { villageKey } from './village-name.rules';

export interface SheetVillage {
  regionId: string;
  path: string;
  code: string;
}

export interface Villages {
  find: VillageFinder;
  /** by id */
  named: ReadonlyMap<string, NamedVillage>;
}

export type VillageFinder = (place: SheetPlace) => SheetVillage | null;

export async function findVillages(context: Pick<Context<never>, 'inScope' | 'ask'>): Promise<Villages> {
  const { lo, hi } = await context.inScope.range();
  const own = await context.inScope.read(({ query }) =>
    query<{ id: string; path: string }>(
      `select region_id as id, path from households.scope where kind = 'village' and path >= $1 collate "C" and path < $2 collate "C" order by path`,
      [lo, hi],
    ),
  );
  const named = await nameVillages(
    context,
    own.map(({ id }) => id),
  );
  const byKey = new Map<string, (SheetVillage & { names: NamedVillage })[]>();
  for (const { id, path } of own) {
    const names = named.get(id);
    if (!names) continue;
    const key = villageKey(names.town, names.village);
    byKey.set(key, [...(byKey.get(key) ?? []), { regionId: id, path, code: names.code, names }]);
  }
  const find: VillageFinder = ({ county, town, village }) => {
    const fitting = (byKey.get(villageKey(town, village)) ?? []).filter(({ names }) => names.counties.includes(county));
    // Two committees that differ by the word for one alone are told apart by that word.
    const [one, other] = fitting.length > 1 ? fitting.filter(({ names }) => names.village === village) : fitting;
    return one && !other ? one : null;
  };
  return { find, named };
}
