// What a policy says (政策内容): document, matter, days, for whom by which facts, in plain words; from a source, or assumed and said so.
import { z } from 'zod';
import { parsePack } from '#platform/vocabulary/pack';
import { type Condition, conditionSchema, mixedFacts } from '../eligibility/condition.rules';
import type { TargetGroup } from '../eligibility/smallest-change.rules';
import { policyRefusals as refusals } from './policy-refusals.rules';

/** Facts that conditions of a policy may look at, with their names: those of `household-held.rules.ts`. */
export const factNames: Readonly<Record<string, { zh: string; en: string }>> = {
  registered: { zh: '在册贫困户', en: 'in the register' },
  state: { zh: '脱贫属性', en: 'state' },
  type: { zh: '贫困户属性', en: 'type of household' },
  standard: { zh: '识别标准', en: 'identification standard' },
  causes: { zh: '致贫原因', en: 'causes of poverty' },
  people: { zh: '家庭人口', en: 'people' },
  houseGrade: { zh: '危房等级', en: 'grade of the house' },
  dibao: { zh: '享受低保', en: 'has dibao' },
  perCapitaIncome: { zh: '人均年收入（分）', en: 'income per head and year, in fen' },
  age: { zh: '年龄', en: 'age' },
  sex: { zh: '性别', en: 'sex' },
  relation: { zh: '与户主关系', en: 'relation to the head' },
  education: { zh: '文化程度', en: 'education' },
  health: { zh: '健康状况', en: 'health' },
  labour: { zh: '劳动能力', en: 'ability to work' },
  insured: { zh: '医疗保险', en: 'medical insurance' },
  schooling: { zh: '在校生状况', en: 'schooling' },
  disabilityGrade: { zh: '残疾等级', en: 'grade of disability' },
};
const ofHousehold = [
  'registered',
  'state',
  'type',
  'standard',
  'causes',
  'people',
  'houseGrade',
  'dibao',
  'perCapitaIncome',
];
const ofMember = [
  'age',
  'sex',
  'relation',
  'education',
  'health',
  'labour',
  'insured',
  'schooling',
  'disabilityGrade',
  'dibao',
];

const day = z.iso.date('日期须为 YYYY-MM-DD · a date is YYYY-MM-DD');
const code = z.string().regex(/^[a-z][a-z-]*$/);
const text = (most: number) => z.string().trim().min(1).max(most);

const targets = z
  .array(z.strictObject({ household: z.array(conditionSchema).max(20), member: z.array(conditionSchema).max(20) }))
  .min(1)
  .max(20)
  .superRefine((groups, context) => {
    const refuse = (path: (string | number)[], zh: string, en: string) =>
      context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
    groups.forEach((group, at) => {
      for (const [whose, known] of [
        ['household', ofHousehold],
        ['member', ofMember],
      ] as const) {
        const unknown = group[whose].filter(({ fact }) => !known.includes(fact));
        if (unknown.length > 0)
          refuse([at, whose], `没有此事实：${unknown[0]?.fact}`, `there is no such fact: ${unknown[0]?.fact}`);
        if (mixedFacts(group[whose]).length > 0)
          refuse([at, whose], '同一事实须写成一个条件', 'one fact has one condition');
      }
    });
  });

const schema = z.strictObject({
  documentNumber: text(100),
  title: text(200),
  issuer: text(100),
  matter: code,
  line: code,
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  targets,
  amounts: text(1000),
  plainZh: text(2000),
  plainEn: text(2000).nullable(),
  contact: text(200).nullable(),
  source: z.url().nullable(),
  assumed: text(500).nullable(),
});
export type PolicyContent = z.infer<typeof schema>;

const checked = schema
  .refine(({ source, assumed }) => source !== null || assumed !== null, {
    path: ['source'],
    message: '无来源的须注明假定及理由 · what has no source says that it is assumed, and why',
  })
  .refine(({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveTo > effectiveFrom, {
    path: ['effectiveTo'],
    message: '止日须晚于起日 · it ends after it starts',
  });

export const parsePolicy = (json: unknown): PolicyContent => parsePack(checked, json, refusals.policyInvalid);

export function readTargets(told: string): TargetGroup[] {
  try {
    return parsePack(targets, JSON.parse(told) as unknown, refusals.policyInvalid);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw refusals.policyInvalid({ field: 'targets', zh: '不是 JSON', en: 'not JSON' });
    throw error;
  }
}

/** A condition in words, for officials: 年龄 60 至 … · age from 60. */
export function wordsOf(condition: Condition): string {
  const name = factNames[condition.fact] ?? { zh: condition.fact, en: condition.fact };
  if ('is' in condition)
    return `${name.zh}：${condition.is ? '是' : '否'} · ${name.en}: ${condition.is ? 'yes' : 'no'}`;
  if ('in' in condition) return `${name.zh}为 ${condition.in.join('、')} · ${name.en} is ${condition.in.join(' or ')}`;
  if ('includes' in condition)
    return `${name.zh}含 ${condition.includes.join('、')} · ${name.en} include ${condition.includes.join(' or ')}`;
  if ('byPeople' in condition) return `${name.zh}在人数限额内 · ${name.en} within the limits for the number of people`;
  const { atLeast, atMost } = condition;
  const zh = [atLeast === undefined ? '' : `不小于 ${atLeast}`, atMost === undefined ? '' : `不大于 ${atMost}`];
  const en = [atLeast === undefined ? '' : `at least ${atLeast}`, atMost === undefined ? '' : `at most ${atMost}`];
  return `${name.zh}${zh.filter(Boolean).join('、')} · ${name.en} ${en.filter(Boolean).join(', ')}`;
}
