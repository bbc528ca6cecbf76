// Writes down how a household lives (生产生活条件) when it is registered; what was not told has no row.
import type { WriteRows } from '#platform/database/in-scope';
import type { LivingFacts } from './living.rules';
import { LivingConditions } from './living-conditions.entity';

export async function insertLiving(
  { manager }: WriteRows,
  place: Pick<LivingConditions, 'householdId' | 'regionId' | 'path'>,
  facts: LivingFacts,
): Promise<void> {
  if (Object.values(facts).some((fact) => fact !== null))
    await manager.insert(LivingConditions, { ...place, ...facts });
}
