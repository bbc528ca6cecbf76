// What clearing goes by (清算规则包): the quality deposit, how much may be prepaid, how long each side takes, and the bands of ageing.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const share = z.string().regex(/^0\.\d{1,4}$/, '比例须为 0 至 1 的小数 · a share is a decimal below one');
const yuan = z
  .string()
  .regex(/^(0|[1-9]\d{0,12})(\.\d{1,2})?$/, '金额须为元，至多两位小数 · an amount is yuan with two decimals');
const days = z.int().min(1).max(365);

const shape = z.strictObject({
  ...packHead,
  assumed: z.array(bilingual).min(1),
  /** held of each month's claim until the year is cleared */
  deposit: z.strictObject({ rate: share, source: z.string() }),
  prepayment: z.strictObject({
    /** of one month of what the hospital claimed on average in the year before */
    shareOfMonth: share,
    source: z.string(),
    /** the most where there was no year before */
    firstYear: yuan,
    firstYearSource: z.string(),
  }),
  days: z.strictObject({ review: days, objection: days, payment: days, source: z.string() }),
  /** the last day of each band; what is older lies in a band of its own */
  ageing: z.array(z.int().positive()).min(1).max(10),
});

export type ClearingPack = z.infer<typeof shape>;

const checked = shape.superRefine((pack, context) => {
  const keys = new Set(pack.source.map(({ key }) => key));
  const cited = [pack.deposit.source, pack.prepayment.source, pack.prepayment.firstYearSource, pack.days.source];
  if (cited.some((key) => !keys.has(key)))
    context.addIssue({ code: 'custom', path: ['source'], message: '来源未列 · a source is not listed' });
  if (pack.ageing.some((day, at) => at > 0 && day <= (pack.ageing[at - 1] ?? 0)))
    context.addIssue({ code: 'custom', path: ['ageing'], message: '账龄分段须递增 · the bands of ageing ascend' });
});

export const clearingPackKind: PackKind<ClearingPack> = {
  subgraph: 'funds',
  kind: 'clearing-rules',
  title: { zh: '医疗费用清算规则', en: 'rules of clearing medical claims' },
  schema: checked,
  startsOn: 'day',
};

export interface AgeBand {
  fromDays: number;
  /** none: and older */
  toDays: number | null;
}

/** 30, 90, 180 make 0–30, 31–90, 91–180 and over 180. */
export function bandsOf(ageing: readonly number[]): AgeBand[] {
  const starts = [0, ...ageing.map((day) => day + 1)];
  return starts.map((fromDays, at) => ({ fromDays, toDays: ageing[at] ?? null }));
}
