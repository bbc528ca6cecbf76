// Finds what a statistical code means today, or meant on a day gone by.
import type { Context } from '#platform/graph/context';
import { Division } from './division.entity';
import { divisionByCode } from './division.loader';
import { divisionsOnDay } from './division.query';

export async function findDivision(context: Context, code: string, on?: string | null): Promise<Division | null> {
  if (!on) return divisionByCode.load(context, code);
  const [found] = await context.inScope.read(({ query }) => query(divisionsOnDay, [[code], on], Division));
  return found ?? null;
}
