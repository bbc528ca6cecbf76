// A performance pack (绩效评价规则包): what is looked at for how many points, by figures or by judgement, and the bands 优 良 中 差.
import Big from 'big.js';
import { z } from 'zod';
import type { Fen } from '#platform/vocabulary/money';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { performanceRefusals as refusals } from './performance-refusals.rules';

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
    /** what a violation costs, at most once each, and on evidence only */
    deductions: z
      .array(z.strictObject({ code, title: bilingual, points: z.int().min(1).max(100), source: code.nullable() }))
      .optional(),
    /** best first, the last from nothing on */
    bands: z.array(z.strictObject({ code, title: bilingual, least: z.int().min(0).max(100) })).min(1),
  })
  .superRefine(({ items, deductions = [], bands }, context) => {
    const refuse = (path: string, zh: string, en: string) =>
      context.addIssue({ code: 'custom', path: [path], message: `${zh} · ${en}` });
    if (items.reduce((sum, { points }) => sum + points, 0) !== 100)
      refuse('items', '分值合计须为 100', 'its points sum to 100');
    if (new Set(deductions.map((each) => each.code)).size < deductions.length)
      refuse('deductions', '扣分项重复', 'a deduction stands twice');
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

export interface Deduction {
  code: string;
  points: number;
  words: string;
}

/** Points as the pack has them: what was found is told, what it costs is not. */
export function readDeductions(
  { deductions = [] }: Pick<PerformancePack, 'deductions'>,
  told: readonly { code: string; words: string }[],
): Deduction[] {
  const known = new Map(deductions.map(({ code: name, points }) => [name, points]));
  const seen = new Set<string>();
  return told.map(({ code: name, words }) => {
    const points = known.get(name);
    if (points === undefined || seen.has(name))
      throw refusals.performanceDeduction({ field: 'deductions', code: name });
    seen.add(name);
    return { code: name, points, words };
  });
}

export function scoreOf(items: readonly ScoredItem[], deductions: readonly Deduction[]): number {
  const sum = (all: readonly { points: number }[]) => all.reduce((points, each) => points + each.points, 0);
  return Math.max(0, sum(items) - sum(deductions));
}

export function bandOf({ bands }: Pick<PerformancePack, 'bands'>, score: number): string {
  const found = bands.find(({ least }) => score >= least);
  if (!found) throw new RangeError(`no band for ${score}`);
  return found.code;
}
