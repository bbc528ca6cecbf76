// A scoring pack (计分规则包): the tree of items of an assessment, with the weight, way of scoring and source of each.
import { z } from 'zod';
import { type PackKind, parsePack } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { indicatorSources } from '../closing/indicator-source.rules';
import { refusals } from '../refusals';
import { add, parseDecimal, subtract, zero } from './fraction.rules';

/** Which figures there are is a list of sources beside the closing; a pack names one, and is refused when nobody answers for it. */
export type Indicator = string;

/** Who is scored against whom: towns and streets, districts, functional zones, member units. */
export const peerGroups = ['town', 'district', 'zone', 'unit'] as const;
export type PeerGroup = (typeof peerGroups)[number];

/** Ways of scoring seen in the field; each item of a pack cites where. */
export const patterns = [
  'proportional',
  /** 完成率 100% 得满分, by the ratio */
  'full-only-at-100-percent',
  /** 少一人不得分, by the count that is short */
  'one-short-is-zero',
  /** 每低 0.1 个百分点扣分 */
  'minus-per-tenth-point',
  /** 每查实一件扣分: takes off per case counted, whatever the total */
  'minus-per-case',
  /** 错评率达到界限不得分: nothing from a share on, everything below it */
  'zero-from-share',
] as const;
export type ScoringPattern = (typeof patterns)[number];

/** Which figure of its own each pattern must have, and no other has. */
export const parameterOf: Readonly<
  Partial<Record<ScoringPattern, 'minusPerTenth' | 'minusPerCase' | 'zeroFromPercent'>>
> = {
  'minus-per-tenth-point': 'minusPerTenth',
  'minus-per-case': 'minusPerCase',
  'zero-from-share': 'zeroFromPercent',
};
const parameters = ['minusPerTenth', 'minusPerCase', 'zeroFromPercent'] as const;

export const points = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})(\.\d{1,2})?$/, '分值须为至多两位小数的文本 · points are a text with at most two decimals');
const node = z
  .string()
  .regex(/^[a-z][a-z-]*$/, '项目名须为小写字母与连字符 · a node is named in lower case and hyphens');

const item = z.strictObject({
  node,
  title: bilingual,
  weight: points,
  indicator: node,
  pattern: z.enum(patterns),
  /** minus-per-tenth-point only: what each whole 0.1 percentage point below 100 % takes off */
  minusPerTenth: points.optional(),
  /** minus-per-case only: what each case takes off */
  minusPerCase: points.optional(),
  /** zero-from-share only: the percentage from which nothing is given */
  zeroFromPercent: points.optional(),
  clause: bilingual,
  source: z.string().min(1),
});
const group = z.strictObject({
  node,
  title: bilingual,
  weight: points,
  get children() {
    return z.array(z.union([item, group])).min(1);
  },
});

const schema = z.strictObject({
  ...packHead,
  level: z.enum(peerGroups),
  root: group,
});

export type ScoringItem = z.infer<typeof item>;
export type ScoringGroup = z.infer<typeof group>;
export type ScoringPack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const keys = new Set(pack.source.map((source) => source.key));
  const names = new Set<string>();
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  const check = (of: ScoringGroup | ScoringItem, path: (string | number)[]) => {
    if (names.has(of.node)) refuse([...path, 'node'], '项目名重复', 'two nodes have one name');
    names.add(of.node);
    if (parseDecimal(of.weight).numerator === 0n) refuse([...path, 'weight'], '分值须大于零', 'a weight is above zero');
    if ('children' in of) {
      const sum = of.children.reduce((total, child) => add(total, parseDecimal(child.weight)), zero);
      if (subtract(sum, parseDecimal(of.weight)).numerator !== 0n) {
        refuse(
          [...path, 'children'],
          '下级分值之和须等于本级分值',
          'the weights of the children sum to that of their group',
        );
      }
      for (const [at, child] of of.children.entries()) check(child, [...path, 'children', at]);
      return;
    }
    if (!indicatorSources.some(({ indicator }) => indicator === of.indicator))
      refuse([...path, 'indicator'], '该指标没有数据来源', 'nobody answers for this indicator');
    if (!keys.has(of.source)) refuse([...path, 'source'], '来源未列', 'the source is not listed');
    for (const parameter of parameters) {
      if ((parameterOf[of.pattern] === parameter) === (of[parameter] !== undefined)) continue;
      refuse(
        [...path, parameter],
        `${of.pattern} 须且仅须设其自身的参数`,
        `${of.pattern} has the figure of its own pattern and no other`,
      );
    }
  };
  check(pack.root, ['root']);
});

/** The indicators that a pack asks for. */
export function indicatorsOf(of: ScoringGroup | ScoringItem): Indicator[] {
  return 'children' in of ? [...new Set(of.children.flatMap(indicatorsOf))] : [of.indicator];
}

/** Towns were first, and their kind has the plain name; each other group has packs of its own beside them. */
function kindOf(level: PeerGroup): PackKind<ScoringPack> {
  const suffix = level === 'town' ? '' : `-${level}`;
  return {
    subgraph: 'assessments',
    kind: `scoring${suffix}`,
    title: { zh: `计分规则包（${level}）`, en: `scoring pack of the group ${level}` },
    schema: checked.refine((pack) => pack.level === level, {
      path: ['level'],
      message: '同组与规则包类别不符 · the peer group is not that of this kind of pack',
    }),
    startsOn: 'quarter',
  };
}

export const scoringPackKinds: Readonly<Record<PeerGroup, PackKind<ScoringPack>>> = {
  town: kindOf('town'),
  district: kindOf('district'),
  zone: kindOf('zone'),
  unit: kindOf('unit'),
};

export const parseScoringPack = (json: unknown): ScoringPack => parsePack(checked, json, refusals.scoringPackInvalid);
