// The rules of charity funds that are in force (现行扶贫基金规则) where the caller works; without them nothing is decided.
import type { Context } from '#platform/graph/context';
import { type PackInForce, packInForce } from '#platform/graph/pack/pack-in-force';
import { todayInBeijing } from '#platform/graph/today';
import { addDays } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type CharityPack, charityPackKind } from './charity-pack.rules';

export async function charityRules(context: Context): Promise<PackInForce<CharityPack>> {
  const [today, { lo: path }] = await Promise.all([todayInBeijing.load(context, 'today'), context.inScope.range()]);
  const pack = await packInForce(context, charityPackKind, { path, from: today, until: addDays(today, 1) });
  if (!pack) throw commonRefusals.notFound({ what: '扶贫基金规则包 pack of charity rules' });
  return pack;
}
