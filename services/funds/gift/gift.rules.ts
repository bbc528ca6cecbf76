// A gift (捐赠): free, whole, for what its donor gave it; and how what it allows is told.
import type { Fen } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';

export enum GiftKind {
  money = 'money',
  goods = 'goods',
}

export enum DonorKind {
  person = 'person',
  organisation = 'organisation',
}

export enum GiftState {
  promised = 'promised',
  arrived = 'arrived',
  accepted = 'accepted',
  declined = 'declined',
}

export enum Valuation {
  invoice = 'invoice',
  appraisal = 'appraisal',
}

export interface PromisedGift {
  kind: GiftKind;
  voluntary: boolean;
  amount: Fen;
  keptRegionId?: string | null;
}

/** 开展募捐活动不得摊派或者变相摊派 (《慈善法》第三十二条). */
export function checkPromise({ kind, voluntary, amount, keptRegionId }: PromisedGift): void {
  if (!voluntary) throw charityRefusals.giftNotFree();
  if (amount <= 0n) throw invalidInput('amount', '金额须大于零', 'an amount is above zero');
  if ((kind === GiftKind.goods) !== Boolean(keptRegionId))
    throw invalidInput('keptRegionId', '物资须写明存放地区，资金不填', 'goods are kept somewhere, money is not');
}

export interface ArrivedItem {
  quantity: number;
  value: Fen;
}

/** Of goods each piece is counted and valued; of money there is one sum. */
export function checkArrival(kind: GiftKind, received: Fen | null, items: readonly ArrivedItem[]): void {
  if (kind === GiftKind.money) {
    if (items.length > 0) throw invalidInput('items', '资金捐赠不填物资', 'a gift of money has no goods');
    if (received === null || received <= 0n)
      throw invalidInput('received', '须填写实到金额', 'what arrived is above zero');
    return;
  }
  if (received !== null) throw invalidInput('received', '物资按明细计价', 'goods are valued item by item');
  if (items.length === 0) throw invalidInput('items', '须逐项登记物资', 'goods are told item by item');
  items.forEach(({ quantity, value }, at) => {
    if (quantity <= 0) throw invalidInput(`items.${at}.quantity`, '数量须大于零', 'a quantity is above zero');
    if (value <= 0n) throw invalidInput(`items.${at}.value`, '价值须大于零', 'a worth is above zero');
  });
}

export interface GiftAllows {
  gift: string;
  purpose: string | null;
  regionId: string | null;
  targetGroup: string | null;
}

/** What a gift allows, as its refusal names it. */
export function restrictedTo(allows: GiftAllows): Error {
  const parts = [
    ['用途', 'purpose', allows.purpose],
    ['地区', 'region', allows.regionId],
    ['受益人群', 'target group', allows.targetGroup],
  ].filter((part): part is [string, string, string] => part[2] !== null);
  const words = (at: 0 | 1, rest: string) =>
    parts.map((part) => `${part[at]} ${part[2]}`).join(at === 0 ? '、' : ', ') || rest;
  return charityRefusals.giftRestricted({
    ...allows,
    zh: words(0, '所批准的用途与地区'),
    en: words(1, 'the purpose and place that were approved'),
  });
}
