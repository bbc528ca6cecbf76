// A performance pack (绩效评价规则包): what is looked at for how many points, by figures or by judgement, and the bands 优 良 中 差.
import Big from 'big.js';
import { z } from 'zod';
import type { Fen } from '#platform/vocabulary/money';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const code = z.string().regex(/^[a-z][a-z-]*$/);
const schema = z
  .strictObject({
    ...packHead,
    assumed: z.array(bilingual).min(1),
    items: z
      .array(
        z.strictObject({
          code,
          title: bilingual,
          points: z.int().min(1).max(100),
          by: z.enum(['targets', 'payment', 'judged']),
          source: code.nullable(),
        }),
      )
      .min(1),
    /** best first, the last from nothing on */
    bands: z.array(z.strictObject({ code, title: bilingual, least: z.int().min(0).max(100) })).min(1),
  })
  .superRefine(({ items, bands }, context) => {
    const refuse = (path: string, zh: string, en: string) =>
      context.addIssue({ code: 'custom', path: [path], message: `${zh} · ${en}` });
    if (items.reduce((sum, { points }) => sum + points, 0) !== 100)
      refuse('items', '分值合计须为 100', 'its points sum to 100');
    if (bands.some(({ least }, at) => at > 0 && least >= (bands[at - 1]?.least ?? 0)) || bands.at(-1)?.least !== 0)
      refuse('bands', '档次须自高至低，末档自零起', 'bands fall, the last from zero');
  });
export type PerformancePack = z.infer<typeof schema>;

export const performancePackKind: PackKind<PerformancePack> = {
  subgraph: 'funds',
  kind: 'performance',
  title: { zh: '绩效评价规则包', en: 'performance pack' },
  schema,
  startsOn: 'year',
};

export interface Performance {
  targets: readonly { target: number; actual: number }[];
  paid: Fen;
  budget: Fen;
  judged: Readonly<Record<string, number>>;
}

export interface ScoredItem {
  code: string;
  points: number;
  of: number;
}

/** What is reached beyond a target counts no more; half-up to whole points at each item. */
export function scoreItems({ items }: Pick<PerformancePack, 'items'>, told: Performance): ScoredItem[] {
  const share = (part: Big) => (part.gt(1) ? new Big(1) : part);
  const shares = {
    targets: told.targets
      .reduce((sum, { target, actual }) => sum.plus(share(new Big(actual).div(target))), new Big(0))
      .div(Math.max(told.targets.length, 1)),
    payment: told.budget > 0n ? share(new Big(told.paid.toString()).div(told.budget.toString())) : new Big(0),
  };
  return items.map(({ code: name, points, by }) => ({
    code: name,
    points: by === 'judged' ? (told.judged[name] ?? 0) : shares[by].times(points).round(0, Big.roundHalfUp).toNumber(),
    of: points,
  }));
}

export function bandOf({ bands }: Pick<PerformancePack, 'bands'>, score: number): string {
  const found = bands.find(({ least }) => score >= least);
  if (!found) throw new RangeError(`no band for ${score}`);
  return found.code;
}
