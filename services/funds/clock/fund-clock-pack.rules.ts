// How long money may take (资金时限): clocks from the day that a notice came, until it is issued, placed with a project, or spent; and the balance at the end of a year.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { SourceLevel } from '../allotment/allotment.rules';

export enum ClockEnd {
  issued = 'issued',
  placed = 'placed',
  spent = 'spent',
}

const share = z.string().regex(/^0\.\d{1,4}$/, '比例须为 0 至 1 的小数 · a share is a decimal below one');
const shape = z.strictObject({
  ...packHead,
  clocks: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
        title: bilingual,
        sourceLevels: z.array(z.enum(SourceLevel)).min(1),
        until: z.enum(ClockEnd),
        days: z.int().positive(),
        source: z.string(),
      }),
    )
    .min(1),
  /** what is left at the end of a year is below this share of what the year was allotted */
  yearEndBalance: z.strictObject({ below: share, source: z.string() }),
});

export type FundClockPack = z.infer<typeof shape>;
export type FundClock = FundClockPack['clocks'][number];

const checked = shape.superRefine((pack, context) => {
  const keys = new Set(pack.source.map(({ key }) => key));
  const cited = [...pack.clocks.map(({ source }) => source), pack.yearEndBalance.source];
  if (cited.some((key) => !keys.has(key)))
    context.addIssue({ code: 'custom', path: ['source'], message: '来源未列 · a source is not listed' });
  if (new Set(pack.clocks.map(({ code }) => code)).size < pack.clocks.length)
    context.addIssue({ code: 'custom', path: ['clocks'], message: '时限代码重复 · a clock stands twice' });
});

export const fundClockKind: PackKind<FundClockPack> = {
  subgraph: 'funds',
  kind: 'fund-clock',
  title: { zh: '资金时限', en: 'clocks of funds' },
  schema: checked,
  startsOn: 'day',
};
