// Finds the unit that bears a short code.
import type { Context } from '#platform/graph/context';
import { Unit } from './unit.entity';

export function findUnitByCode({ inScope }: Context, code: string): Promise<Unit | null> {
  return inScope.read(({ manager }) => manager.findOneBy(Unit, { code }));
}
