// A project pack (项目库规则包): kinds of projects, their states, who takes each step, after how many days, and how far a budget may grow before it is approved anew.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const code = z.string().regex(/^[a-z][a-z-]*$/);
const post = z.enum([
  'office-director',
  'office-officer',
  'finance-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'first-secretary',
  'unit-liaison',
]);
const coded = z.strictObject({ code, title: bilingual });

/** What a step may tell of a project: money, days, words, and whole numbers. */
export const projectFacts = {
  special: 'yuan',
  integrated: 'yuan',
  donated: 'yuan',
  own: 'yuan',
  startsOn: 'day',
  endsOn: 'day',
  tasks: 'words',
  planYear: 'whole',
  contractor: 'words',
  supervisor: 'words',
  contractAmount: 'yuan',
  contractNumber: 'words',
  percent: 'whole',
  finalAmount: 'yuan',
  found: 'words',
} as const;
export type ProjectFact = keyof typeof projectFacts;
const fact = z.enum(Object.keys(projectFacts) as [ProjectFact, ...ProjectFact[]]);

const step = z.strictObject({
  code,
  title: bilingual,
  from: z.array(code).min(1),
  /** the same state again: what is told on the way, such as progress */
  to: code,
  posts: z.array(post).min(1),
  needs: z.array(fact),
  tells: z.array(fact),
  /** a check is another person's than the step before, and than whoever proposed; null: nobody's decision, such as a posting */
  hand: z.enum(['makes', 'checks']).nullable(),
  document: z.boolean(),
  evidence: z.boolean(),
  /** it names the unit of the line that appraises */
  namesSector: z.boolean(),
  /** days that must have passed in the state before */
  waits: z.int().min(1).max(100).nullable(),
  /** the level on whose boards it is posted, before approval */
  postsAt: z.enum(['village', 'town', 'district']).nullable(),
  /** none of the postings has an open objection, and each has run its days */
  cleared: z.boolean(),
  /** its result is announced before it: what came out stays public */
  announces: z.boolean().optional(),
  /** the budget that stands is approved by it */
  approvesBudget: z.boolean(),
  /** a change is asked for, taken over, or dropped */
  change: z.enum(['ask', 'adopt', 'drop']).nullable(),
  /** days within which it is due; null: open, and nobody is waited for */
  days: z.int().min(1).max(1000).nullable(),
  source: code.nullable(),
});
export type ProjectStepRule = z.infer<typeof step>;

const schema = z.strictObject({
  ...packHead,
  types: z.array(z.strictObject({ code, title: bilingual, lines: z.array(code).min(1) })).min(1),
  natures: z.array(coded).min(1),
  states: z
    .array(
      z.strictObject({
        code,
        title: bilingual,
        /** it stands in the library */
        inLibrary: z.boolean(),
        /** money may be asked for it: it is in the approved annual plan, and not yet wound up */
        spendable: z.boolean(),
      }),
    )
    .min(2),
  start: code,
  proposers: z.array(post).min(1),
  steps: z.array(step).min(1),
  /** how far a budget may grow over the approved one before it is approved anew, as a share */
  growth: z.strictObject({ share: z.string().regex(/^0(\.\d{1,4})?$/), source: code.nullable() }),
  /** the quarter in which what stands in the library is renewed */
  renewal: z.strictObject({ step: code, fromMonth: z.int().min(1).max(12), source: code.nullable() }),
});
export type ProjectPack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  const states = new Set(pack.states.map((each) => each.code));
  const sources = new Set(pack.source.map(({ key }) => key));
  if (states.size < pack.states.length) refuse(['states'], '状态重名', 'two states have one code');
  if (!states.has(pack.start)) refuse(['start'], '起始状态未列', 'the first state is not listed');
  pack.steps.forEach((each, at) => {
    if (pack.steps.findIndex((other) => other.code === each.code) !== at)
      refuse(['steps', at, 'code'], '环节重名', 'two steps have one code');
    if (![...each.from, each.to].every((state) => states.has(state)))
      refuse(['steps', at], '状态未列', 'a state of it is not listed');
    if (each.source !== null && !sources.has(each.source))
      refuse(['steps', at, 'source'], '来源未列', 'the source is not listed');
  });
  if (!pack.steps.some(({ code: name }) => name === pack.renewal.step))
    refuse(['renewal', 'step'], '更新环节未列', 'the step of renewal is not listed');
  if (pack.steps.some(({ source }) => source === null) && pack.assumed.length === 0)
    refuse(['assumed'], '无来源的须列为假定', 'what has no source is listed as assumed');
  const unseen = spendableUnchecked(pack);
  if (unseen)
    refuse(['states'], `未经审核即可用款：${unseen}`, `money may be asked for without a second person: ${unseen}`);
});

/** A spendable state that can be reached without a check, or null. */
export function spendableUnchecked({ start, states, steps }: Pick<ProjectPack, 'start' | 'states' | 'steps'>) {
  const reached = new Set([start]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const { from, to, hand } of steps)
      if (hand !== 'checks' && from.some((state) => reached.has(state))) reached.add(to);
  }
  return states.find(({ spendable, code: name }) => spendable && reached.has(name))?.code ?? null;
}

export const projectPackKind: PackKind<ProjectPack> = {
  subgraph: 'funds',
  kind: 'project-flow',
  title: { zh: '项目库规则包', en: 'project pack' },
  schema: checked,
  startsOn: 'day',
};
