// The ground of a history: 口镇 with its villages and households, the district in which it lies, and another to which it may go.
import { randomUUID } from 'node:crypto';
import type { Place } from './history-books';
import type { Ground } from './history-hand';
import type { FundsOnly } from './open-funds';

const TOWN = '371202100';
const people = { maker: randomUUID(), checker: randomUUID(), payer: randomUUID() };

/** Made anew for each history: a town that has moved lies elsewhere only in its own. */
export function groundOf({ city }: FundsOnly): Ground {
  const regionAt = (path: string) => city.regions.find((region) => region.path === path);
  const placed = (path: string, parent: Place | null): Place => ({
    id: regionAt(path)?.id as string,
    label: parent ? path.slice(path.lastIndexOf('/', path.length - 2) + 1) : path,
    parent,
  });
  const townPath = city.regions.find(({ code }) => code === TOWN)?.path as string;
  const homePath = townPath.slice(0, townPath.lastIndexOf('/', townPath.length - 2) + 1);
  const cityPath = homePath.slice(0, homePath.lastIndexOf('/', homePath.length - 2) + 1);
  const otherPath = city.regions.find(({ kind, path }) => kind === 'district' && path !== homePath)?.path as string;
  const root = placed(cityPath, null);
  const town = placed(townPath, placed(homePath, root));
  const homes: Ground['homes'] = [
    { parent: town.parent as Place, label: town.label },
    // No town of the other district has this label.
    { parent: placed(otherPath, root), label: '9999/' },
  ];
  const villagePaths = [
    ...new Set(city.households.filter(({ path }) => path.startsWith(townPath)).map(({ path }) => path)),
  ];
  const villages = villagePaths.map((path) => placed(path, town));
  const at = new Map(villagePaths.map((path, index) => [path, villages[index] as Place]));
  const households = city.households.flatMap(({ id, path }) => {
    const village = at.get(path);
    return village ? [{ id, village }] : [];
  });
  return { city: root, homes, town, villages, households, people };
}
