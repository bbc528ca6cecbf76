// Lists simulations (政策测算): those of the own region and below, or those in which the own payer has a part; newest first.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import type { PolicySimulation, SimulatedRegion } from './policy-simulation.entity';
import { PolicySimulation as Simulation } from './policy-simulation.entity';
import { COSTS_BELOW, type RegionCostSum } from './simulation.query';

export async function listSimulations({ inScope }: Context, args: PageArgs): Promise<Page<PolicySimulation>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  return inScope.read(async ({ select }) =>
    pageOf(
      await select(Simulation, 'where ($1::uuid is null or t.id < $1::uuid) order by t.id desc limit $2', [
        after,
        size + 1,
      ]),
      size,
    ),
  );
}

/** Regions right below one that lies in the simulation's, by their order in the tree. */
export async function listSimulatedRegions(
  { inScope }: Context,
  { id, path, regionId }: PolicySimulation,
  below: string | null,
): Promise<SimulatedRegion[]> {
  const sums = await inScope.read(({ query }) => query<RegionCostSum>(COSTS_BELOW, [id, below ?? regionId, path]));
  const regions = new Map<string, SimulatedRegion>();
  for (const { key, payer, before, after, stays } of sums) {
    const region = regions.get(key) ?? { regionId: key, stays, costs: [] };
    regions.set(key, region);
    region.costs.push({ payer, before, after, difference: after - before });
  }
  return [...regions.values()];
}
