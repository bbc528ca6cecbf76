// What households answers of a region's sampling frame (抽样框), from the generated city.
import type { City } from '../../data/generate/city';

export function inspectionFrameOf(city: City, regionId: unknown) {
  const path = city.regions.find(({ id }) => id === regionId)?.path ?? '-';
  const inside = city.households.filter((household) => household.path.startsWith(path));
  return [...new Set(inside.map((household) => household.regionId))].sort().map((village) => {
    const own = inside.filter((household) => household.regionId === village);
    return { regionId: village, path: own[0]?.path, householdIds: own.map(({ id }) => id).sort() };
  });
}
