// Rules of monitoring (结算监测规则): each is a pack of its own that says what is measured, of a stay or a year, of all or of compliant cost; one more pack names those in force.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

export const measures = ['treat-first', 'one-stop', 'reimbursed-share', 'patient-pays', 'patient-share'] as const;
export type Measure = (typeof measures)[number];
/** Those that are done or not, and measure no amount. */
const deeds: readonly Measure[] = ['treat-first', 'one-stop'];

const bound = z.strictObject({
  is: z.enum(['at-least', 'at-most', 'below']),
  /** a share, or yuan where `patient-pays` is measured */
  value: z.string().regex(/^(0|[1-9]\d{0,8})(\.\d{1,4})?$/, '界限须为小数文本 · a bound is a decimal as text'),
});

const ruleShape = z.strictObject({
  ...packHead,
  measure: z.enum(measures),
  per: z.enum(['stay', 'year']),
  /** all cost, or what is in policy (政策范围内) alone */
  cost: z.enum(['all', 'compliant']),
  bound: bound.optional(),
  /** one-stop: settled at most so many days after the discharge */
  withinDays: z.int().min(0).max(366).optional(),
  /** only stays of patients with one of these tags */
  tags: z.array(z.string().min(1)).min(1).optional(),
  clause: bilingual,
  figureSource: z.string().min(1),
});

export type MonitoringRule = z.infer<typeof ruleShape>;

const soundRule = ruleShape.superRefine((rule, context) => {
  const refuse = (field: keyof MonitoringRule, zh: string, en: string) =>
    context.addIssue({ code: 'custom', path: [field], message: `${zh} · ${en}` });
  if (!rule.source.some(({ key }) => key === rule.figureSource))
    refuse('figureSource', '来源未列', 'the source is not listed');
  if (deeds.includes(rule.measure) === (rule.bound !== undefined))
    refuse('bound', '办理类规则无界限，其余须有界限', 'a deed has no bound, and whatever is measured has one');
  if (deeds.includes(rule.measure) && rule.per === 'year') refuse('per', '办理类规则按次', 'a deed is of a stay');
  if ((rule.measure === 'one-stop') !== (rule.withinDays !== undefined))
    refuse('withinDays', '一站式且仅此须有时限', 'one-stop, and no other, has a limit of days');
});

const kindOf = (measure: Measure): PackKind<MonitoringRule> => ({
  subgraph: 'funds',
  kind: `monitoring-${measure}`,
  title: { zh: `监测规则（${measure}）`, en: `rule of monitoring ${measure}` },
  schema: soundRule.refine((rule) => rule.measure === measure, {
    path: ['measure'],
    message: '与规则包类别不符 · the measure is not that of this kind of pack',
  }),
  startsOn: 'day',
});

export const monitoringRuleKinds = Object.fromEntries(
  measures.map((measure) => [measure, kindOf(measure)]),
) as unknown as Readonly<Record<Measure, PackKind<MonitoringRule>>>;

const monitoringShape = z.strictObject({
  ...packHead,
  /** in force; a rule that is not named is not judged by, though its pack may stand */
  rules: z.array(z.enum(measures)).min(1),
});

export type MonitoringPack = z.infer<typeof monitoringShape>;

export const monitoringKind: PackKind<MonitoringPack> = {
  subgraph: 'funds',
  kind: 'monitoring',
  title: { zh: '结算监测', en: 'monitoring of settlements' },
  schema: monitoringShape.refine(({ rules }) => new Set(rules).size === rules.length, {
    path: ['rules'],
    message: '规则重复 · a rule stands twice',
  }),
  startsOn: 'day',
};

export const monitoringPackKinds = [monitoringKind, ...measures.map((measure) => monitoringRuleKinds[measure])];
