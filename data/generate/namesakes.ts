// Two members of two towns of each district who share name and day of birth (疑似重复): what the superior of both has to look at in the demo city.
import type { MemberRow } from './rows';

interface Placed {
  id: string;
  path: string;
}

const town = (path: string) => path.slice(0, 15);
const district = (path: string) => path.slice(0, 10);

/** The second is named as the first, once a district; where no two fit, as in a very small city, nobody is. Heads keep their names: payments carry them. */
export function nameAlike(members: readonly MemberRow[], households: readonly Placed[]): void {
  const pathOf = new Map(households.map(({ id, path }) => [id, path]));
  const met = new Map<string, MemberRow[]>();
  const done = new Set<string>();
  for (const member of members) {
    if (member.relation === 'head') continue;
    const key = `${member.birthday} ${member.sex}`;
    const path = pathOf.get(member.householdId) ?? '';
    const alike = met.get(key)?.find((other) => {
      const there = pathOf.get(other.householdId) ?? '';
      return town(there) !== town(path) && district(there) === district(path);
    });
    if (alike && !done.has(district(path))) {
      member.name = alike.name;
      done.add(district(path));
    }
    met.set(key, [...(met.get(key) ?? []), member]);
  }
}
