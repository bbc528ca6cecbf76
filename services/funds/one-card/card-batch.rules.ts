// A one-card batch (一卡通批次) and its lines: listed, verified by another person, released by a third; what may be put on it, and what is stopped on the day.
import { isBankCard } from '#platform/vocabulary/identity-number';
import type { BilingualText } from '#platform/vocabulary/refusal';
import { oneCardRefusals } from './one-card-refusals.rules';

/** 已造册, 已核对, 已放款, 已办结, 已撤回; whether it is posted is asked of the notices. */
export enum CardBatchState {
  listed = 'listed',
  verified = 'verified',
  released = 'released',
  closed = 'closed',
  withdrawn = 'withdrawn',
}

/** 待发, 已送银行, 已到账, 发放失败, 退票, 停发, 缓发, 已撤回. */
export enum CardLineState {
  listed = 'listed',
  sent = 'sent',
  paid = 'paid',
  failed = 'failed',
  bounced = 'bounced',
  stopped = 'stopped',
  held = 'held',
  withdrawn = 'withdrawn',
}

export type CardBatchStep = 'verify' | 'release' | 'withdraw';

const before: Readonly<Record<CardBatchStep, readonly string[]>> = {
  verify: ['listed'],
  release: ['verified'],
  withdraw: ['listed', 'verified'],
};
const words: Readonly<Record<CardBatchStep, BilingualText>> = {
  verify: { zh: '核对', en: 'verify' },
  release: { zh: '放款', en: 'release' },
  withdraw: { zh: '撤回', en: 'withdraw' },
};

export function checkStep(state: string, step: CardBatchStep): void {
  if (!before[step].includes(state)) throw oneCardRefusals.cardBatchState({ state, ...words[step] });
}

export interface Account {
  number: string;
  bankName: string | null;
  card: string | null;
  /** a change of the card that nobody else has confirmed yet */
  unconfirmed: boolean;
}

const notPayable = (number: string, zh: string, en: string) => oneCardRefusals.cardLineNotPayable({ number, zh, en });

/** Told before anything is sent: a card that cannot be right fails at the bank days later. */
export function checkAccount({ number, bankName, card, unconfirmed }: Account): { card: string; bankName: string } {
  if (!card) throw notPayable(number, '未登记银行卡', 'no bank card is registered');
  if (!bankName) throw notPayable(number, '未登记开户银行', 'no bank is registered');
  if (!isBankCard(card)) throw notPayable(number, '银行卡号校验不通过', 'the check digit of the card is wrong');
  if (unconfirmed)
    throw notPayable(number, '银行卡变更未经他人核对', 'a change of the card awaits another person’s check');
  return { card, bankName };
}

/** How payee and household stand in the register on the day of payment. */
export interface Standing {
  householdState: string | null;
  diedOn: string | null;
  /** a list of deaths names the payee, and nobody has looked yet */
  deathInQuestion: boolean;
}

/** The removed were never entitled (清退), and nobody is paid after death; null is paid. */
export function stopOf(standing: Standing | undefined): { step: 'stop' | 'hold'; reason: string } | null {
  if (!standing) return { step: 'hold', reason: '登记信息未能核对，缓发 · the register could not be asked about it' };
  if (standing.householdState === 'removed')
    return { step: 'stop', reason: '该户已清退 · the household was removed from the register' };
  if (standing.diedOn !== null)
    return { step: 'stop', reason: `领款人已死亡（${standing.diedOn}）· the payee died on ${standing.diedOn}` };
  if (standing.deathInQuestion)
    return {
      step: 'hold',
      reason: '死亡名单比对待核实，缓发 · a list of deaths names the payee, to be verified first',
    };
  return null;
}
