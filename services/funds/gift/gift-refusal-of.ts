// What the rows refuse of gifts (捐赠约束), whoever asks: the restriction names what the gift allows.
import { brokenConstraint, brokenDetail } from '#platform/graph/errors';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { type GiftAllows, restrictedTo } from './gift.rules';

export function giftRefusalOf(error: unknown): Error | null {
  switch (brokenConstraint(error)) {
    case 'gift_restriction':
      return restrictedTo(JSON.parse(brokenDetail(error) ?? '{}') as GiftAllows);
    case 'gift_use_plan':
      return charityRefusals.giftUsePlan();
    case 'gift_lot_whole':
      return charityRefusals.giftLotWhole();
    default:
      return null;
  }
}
