// Finds the rules of secret visits that are in force today (有效暗访规则), by the database's clock.
import type { Context } from '#platform/graph/context';
import { type PackInForce, packInForce } from '#platform/graph/pack/pack-in-force';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { refusals } from '../refusals';
import { type SecretVisitPack, secretVisitPackKind } from './secret-visit-pack.rules';

export async function secretVisitPackInForce(context: Context): Promise<PackInForce<SecretVisitPack>> {
  const [clock, { lo: path }] = await Promise.all([
    context.inScope.read(({ query }) =>
      query<{ now: Date; next: Date }>(`select now() as now, now() + interval '1 day' as next`),
    ),
    context.inScope.range(),
  ]);
  const [at] = clock;
  if (!at) throw new Error('the database told no time');
  const [from, until] = [beijingDay(at.now), beijingDay(at.next)];
  const found = await packInForce(context, secretVisitPackKind, { path, from, until });
  if (!found) throw refusals.packNotInForce({ quarter: from, kind: secretVisitPackKind.kind });
  return found;
}

export async function secretVisitPackToday(context: Context): Promise<SecretVisitPack> {
  return (await secretVisitPackInForce(context)).content;
}
