// Finds the household that bears a number, where the caller may see it.
import type { Context } from '#platform/graph/context';
import { Household } from './household.entity';

export function findHouseholdByNumber({ inScope }: Context, number: string): Promise<Household | null> {
  return inScope.read(({ manager }) => manager.findOneBy(Household, { number }));
}
