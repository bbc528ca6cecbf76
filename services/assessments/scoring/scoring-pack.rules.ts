// A scoring pack (计分规则包): the tree of items of an assessment, with the weight, way of scoring and source of each.
import { z } from 'zod';
import { type PackKind, parsePack } from '#platform/vocabulary/pack';
import { refusals } from '../refusals';
import { add, parseDecimal, subtract, zero } from './fraction.rules';

/** 走访覆盖率, 任务确认率, 资金支付率: what the first packs know how to ask for. */
export const indicators = ['visit-coverage', 'task-confirmation', 'payment-execution'] as const;
export type Indicator = (typeof indicators)[number];

export const patterns = ['proportional', 'full-only-at-100-percent', 'minus-per-tenth-point'] as const;

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const points = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})(\.\d{1,2})?$/, '分值须为至多两位小数的文本 · points are a text with at most two decimals');
const node = z
  .string()
  .regex(/^[a-z][a-z-]*$/, '项目名须为小写字母与连字符 · a node is named in lower case and hyphens');
const day = z.iso.date('日期须为 YYYY-MM-DD · a date is YYYY-MM-DD');

const item = z.strictObject({
  node,
  title: bilingual,
  weight: points,
  indicator: z.enum(indicators),
  pattern: z.enum(patterns),
  /** minus-per-tenth-point only: what each whole 0.1 percentage point below 100 % takes off */
  minusPerTenth: points.optional(),
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
  name: z.string().min(1),
  title: bilingual,
  region: z.string().regex(/^\d{6,12}$/),
  effectiveFrom: day,
  /** the first day on which it no longer holds */
  effectiveTo: day.nullable(),
  source: z.array(z.strictObject({ key: z.string().min(1), title: bilingual, address: z.url() })),
  assumed: z.array(bilingual),
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
    if (!keys.has(of.source)) refuse([...path, 'source'], '来源未列', 'the source is not listed');
    if ((of.pattern === 'minus-per-tenth-point') !== (of.minusPerTenth !== undefined)) {
      refuse(
        [...path, 'minusPerTenth'],
        '按 0.1 个百分点扣分须且仅须设扣分值',
        'minus-per-tenth-point, and nothing else, says what it takes off',
      );
    }
  };
  check(pack.root, ['root']);
});

export const scoringPackKind: PackKind<ScoringPack> = {
  subgraph: 'assessments',
  kind: 'scoring',
  title: { zh: '计分规则包', en: 'scoring pack' },
  schema: checked,
  startsOn: 'quarter',
};

export const parseScoringPack = (json: unknown): ScoringPack => parsePack(checked, json, refusals.scoringPackInvalid);
