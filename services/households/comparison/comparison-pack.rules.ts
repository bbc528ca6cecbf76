// Rules of comparison (比对规则): which lists are compared, what of a row is kept for the verifier, and what he is asked; dated data.
import { z } from 'zod';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';

const yuan = z.string().regex(/^\d{1,9}\.\d\d$/, '金额须为元，两位小数 · yuan with two decimals');

const kind = z.strictObject({
  kind: z.enum(['death', 'vehicle', 'company', 'salary', 'benefit', 'insurance']),
  title: bilingual,
  bureau: bilingual,
  /** the one thing of a row that is kept: a day, a name, or the last three places of a plate */
  keeps: z.enum(['day', 'name', 'plate-tail']),
  /** yuan a month; a row that tells less, or no amount, asks nothing */
  atLeast: yuan.nullable(),
  asks: bilingual,
});

const schema = z
  .strictObject({
    ...packHead,
    verifyDays: z.int().min(1).max(180),
    closeDays: z.int().min(1).max(365),
    passedOverStates: z.array(z.string()),
    kinds: z.array(kind).min(1),
  })
  .refine(({ verifyDays, closeDays }) => verifyDays <= closeDays, {
    message: '核实时限不得晚于销号时限 · it is verified no later than closed',
  })
  .refine(({ kinds }) => new Set(kinds.map((each) => each.kind)).size === kinds.length, {
    message: '类别重复 · a kind stands twice',
  });

export type ComparisonPack = z.infer<typeof schema>;
export type ComparisonKind = ComparisonPack['kinds'][number];

export const comparisonPackKind: PackKind<ComparisonPack> = {
  subgraph: 'households',
  kind: 'comparison',
  title: { zh: '部门数据比对规则包', en: 'pack of comparisons with other bureaus' },
  schema,
  startsOn: 'day',
};

export function kindOf({ kinds }: ComparisonPack, code: string): ComparisonKind {
  const found = kinds.find((each) => each.kind === code);
  if (found) return found;
  const known = kinds.map((each) => each.kind).join('、');
  throw invalidInput('kind', `类别须为 ${known} 之一`, `the kind is one of ${known}`);
}

/** Yuan to fen, for comparing alone. */
const fen = (told: string) => BigInt(told.replace('.', ''));

export function isAskedAbout({ atLeast }: ComparisonKind, amount: bigint | null): boolean {
  return atLeast === null || (amount !== null && amount >= fen(atLeast));
}

/** Of what the other bureau told, the least that a verifier needs. */
export function keptOf({ keeps }: ComparisonKind, told: string, field: string): string {
  if (keeps === 'day') return parseCalendarDay(told.trim(), field);
  if (keeps === 'plate-tail') {
    const plate = told
      .normalize('NFKC')
      .replace(/[\s·-]/g, '')
      .toUpperCase();
    if (/^[\p{Script=Han}A-Z\d]{5,9}$/u.test(plate)) return plate.slice(-3);
    throw invalidInput(field, '车牌号有误', 'is not the number of a plate');
  }
  refusePersonalNumbers(field, told);
  return checkText(told, field, 2, 60);
}
