// What a count of donated goods says (清点规则): all that was announced is either found or missing, and what is missing has a reason.
import { donatedGoodsRefusals as refusals } from './donated-goods-refusals.rules';

/** More than was announced is no part of this gift: it is a gift of its own. */
export function missingOf(announced: number, counted: number, reason: string | null): number {
  if (announced === 0) throw refusals.goodsCounted();
  if (!Number.isInteger(counted) || counted < 0 || counted > announced) throw refusals.countAbove({ announced });
  const missing = announced - counted;
  if (missing > 0 && reason === null) throw refusals.missingUntold({ missing });
  return missing;
}
