// Finds the finding pack (问题整改规则包) that is in force today where a finding lies.
import type { Context } from '#platform/graph/context';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { todayInBeijing } from '#platform/graph/today';
import { addDays } from '#platform/vocabulary/calendar-day';
import { refusals } from '../refusals';
import { type FindingPack, findingPackKind } from './finding-pack.rules';

export interface AdoptedFindingPack {
  pack: FindingPack;
  hash: string;
}

export async function findFindingPack(context: Context, path: string): Promise<AdoptedFindingPack> {
  const today = await todayInBeijing.load(context, 'today');
  const found = await packInForce(context, findingPackKind, { path, from: today, until: addDays(today, 1) });
  if (!found) throw refusals.packNotInForce({ quarter: today, kind: findingPackKind.kind });
  return { pack: found.content, hash: found.hash };
}
