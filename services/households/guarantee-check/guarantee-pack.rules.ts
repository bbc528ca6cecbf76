// A guarantee pack (两不愁三保障规则包): the questions, when an answer is a problem, and which verdict the problems lead to.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, day } from '#platform/vocabulary/pack-shape';

const code = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** poor: to be lifted; lifted: with or without policies; outside: not, or no longer, in the register */
export const standings = ['poor', 'lifted', 'outside'] as const;
export type Standing = (typeof standings)[number];

export type Condition =
  | { yes: string }
  | { no: string }
  | { is: [string, string[]] }
  | { belowLine: string }
  | { standing: Standing[] }
  | { problem: string }
  | { not: Condition }
  | { all: Condition[] }
  | { any: Condition[] };

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ yes: code }),
    z.strictObject({ no: code }),
    z.strictObject({ is: z.tuple([code, z.array(z.string()).min(1)]) }),
    z.strictObject({ belowLine: code }),
    z.strictObject({ standing: z.array(z.enum(standings)).min(1) }),
    z.strictObject({ problem: code }),
    z.strictObject({ not: condition }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
  ]),
);

/** What the register knows already, and is therefore never asked. */
export const knownFacts = ['sick-member', 'insured', 'able-to-work', 'key-group', 'dibao-included', 'income'] as const;

const question = z.strictObject({
  code,
  kind: z.enum(['yes-no', 'choice', 'yuan']),
  title: bilingual,
  /** of a choice, best first */
  options: z.array(z.string()).min(2).optional(),
  required: z.boolean(),
  /** whether somebody can do something about it: an illness is a fact, an insurance can be bought */
  changeable: z.boolean(),
  known: z.enum(knownFacts).nullable(),
});
export type GuaranteeQuestionPlan = z.infer<typeof question>;

const named = z.strictObject({ code, title: bilingual, when: condition });

const schema = z
  .strictObject({
    name: z.string().min(1),
    title: bilingual,
    region: z.string().regex(/^\d{6,12}$/),
    effectiveFrom: day,
    /** the first day on which it no longer holds */
    effectiveTo: day.nullable(),
    source: z.array(z.strictObject({ key: code, title: bilingual, address: z.url() })).min(1),
    assumed: z.array(bilingual),
    lines: z.array(z.strictObject({ year: z.int(), yuan: z.string().regex(/^\d+\.\d{2}$/), source: code })).min(1),
    questions: z.array(question).min(1),
    problems: z.array(named).min(1),
    /** the first that holds is the verdict */
    verdicts: z.array(named).min(2),
  })
  .superRefine((pack, context) => {
    const questions = new Set(pack.questions.map((each) => each.code));
    const problems = new Set(pack.problems.map((each) => each.code));
    const refuse = (path: (string | number)[], zh: string, en: string) =>
      context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
    for (const list of ['problems', 'verdicts'] as const)
      pack[list].forEach(({ when }, at) => {
        const asked = questionsOf(when).filter((each) => !questions.has(each));
        const meant = problemsOf(when).filter((each) => list === 'problems' || !problems.has(each));
        if (asked.length + meant.length > 0)
          refuse([list, at, 'when'], '引用了没有的问题', `names what is not there: ${[...asked, ...meant].join(', ')}`);
      });
    const sources = new Set(pack.source.map(({ key }) => key));
    pack.lines.forEach(({ source }, at) => {
      if (!sources.has(source)) refuse(['lines', at, 'source'], '来源未列', 'the source is not listed');
    });
  });

export type GuaranteePack = z.infer<typeof schema>;

export function questionsOf(when: Condition): string[] {
  if ('all' in when) return when.all.flatMap(questionsOf);
  if ('any' in when) return when.any.flatMap(questionsOf);
  if ('not' in when) return questionsOf(when.not);
  if ('yes' in when) return [when.yes];
  if ('no' in when) return [when.no];
  if ('is' in when) return [when.is[0]];
  return 'belowLine' in when ? [when.belowLine] : [];
}

function problemsOf(when: Condition): string[] {
  if ('all' in when) return when.all.flatMap(problemsOf);
  if ('any' in when) return when.any.flatMap(problemsOf);
  if ('not' in when) return problemsOf(when.not);
  return 'problem' in when ? [when.problem] : [];
}

export const guaranteePackKind: PackKind<GuaranteePack> = {
  subgraph: 'households',
  kind: 'guarantee',
  title: { zh: '两不愁三保障规则包', en: 'guarantee pack' },
  schema,
  startsOn: 'day',
};

export const parseGuaranteePack = (json: unknown): GuaranteePack => schema.parse(json);
