// What may be done with a stay, and which fees are well formed: fees until it is settled, discharge once, settlement after discharge.
import type { Fen } from '#platform/vocabulary/money';
import { type BilingualText, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { FeeParts } from '../settlement/stay-fees.rules';

/** 在院, 出院待结算, 已试算, 已结算, 已冲账. */
export const stayStatuses = ['admitted', 'discharged', 'quoted', 'settled', 'struck'] as const;
export type StayStatus = (typeof stayStatuses)[number];

export const staySteps = ['upload', 'discharge', 'quote', 'settle', 'supplement', 'strike'] as const;
export type StayStep = (typeof staySteps)[number];

export const stayTable: Readonly<Record<StayStatus, Partial<Record<StayStep, StayStatus>>>> = {
  admitted: { upload: 'admitted', discharge: 'discharged' },
  // other fees make another quote
  discharged: { upload: 'discharged', quote: 'quoted', settle: 'settled' },
  quoted: { upload: 'discharged', quote: 'quoted', settle: 'settled' },
  settled: { supplement: 'settled', strike: 'struck' },
  struck: { upload: 'struck', settle: 'settled' },
};

const stepWords: Readonly<Record<StayStep, BilingualText>> = {
  upload: { zh: '上传费用', en: 'upload fees' },
  discharge: { zh: '办理出院', en: 'discharge' },
  quote: { zh: '确认试算', en: 'confirm a quote' },
  settle: { zh: '结算', en: 'settle' },
  supplement: { zh: '补结算', en: 'supplement a settlement' },
  strike: { zh: '冲账', en: 'strike' },
};

export function nextStatus(status: StayStatus, step: StayStep): StayStatus {
  const next = stayTable[status][step];
  if (next === undefined) throw refusals.stayState({ state: status, step, ...stepWords[step] });
  return next;
}

/** 甲, 乙, 丙. */
export enum FeeClass {
  a = 'a',
  b = 'b',
  c = 'c',
}

export interface FeeLine {
  name: string;
  feeClass: string;
  amount: Fen;
  outOfPolicy: Fen;
}

export function checkFees(lines: readonly FeeLine[]): void {
  lines.forEach(({ feeClass, amount, outOfPolicy }, at) => {
    if (amount <= 0n) throw refusals.amountNotPositive({ field: `lines.${at}.amount` });
    if (outOfPolicy < 0n || outOfPolicy > amount)
      throw invalidInput(
        `lines.${at}.outOfPolicy`,
        '政策范围外部分须在 0 与金额之间',
        'the part out of policy lies between 0 and the amount',
      );
    if (feeClass === 'c' && outOfPolicy !== amount)
      throw invalidInput(`lines.${at}.outOfPolicy`, '丙类全部在政策范围外', 'class C is out of policy as a whole');
  });
}

interface StoredLine extends FeeLine {
  aboveLimit: Fen | null;
  firstBorne: Fen | null;
  unconsented: Fen;
}

/** What a line tells of in policy and out. Where no catalogue priced it: of class B it is first borne, of class A above a limit (assumed). */
export function partsOfLine(line: StoredLine): FeeParts {
  const { feeClass, amount, outOfPolicy, unconsented } = line;
  if (feeClass === 'c') return { amount, parts: { 'class-c': amount - unconsented }, unconsented };
  const aboveLimit = line.aboveLimit ?? (feeClass === 'a' ? outOfPolicy : 0n);
  const parts = {
    [feeClass === 'b' ? 'class-b' : 'class-a']: amount - outOfPolicy,
    'above-limit': aboveLimit,
    'first-borne': line.firstBorne ?? outOfPolicy - aboveLimit,
  };
  return { amount, parts };
}
