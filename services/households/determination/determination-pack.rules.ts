// A determination pack (认定程序规则包): the steps of each procedure, who takes them, how long postings stand, and which states they set.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, day } from '#platform/vocabulary/pack-shape';
import { householdStates } from '../household-state/household-state.rules';

const code = z.string().regex(/^[a-z][a-z-]*$/);
const days = z.int().min(1).max(366);
const state = z.enum(householdStates);
const posts = z
  .array(
    z.enum([
      'office-officer',
      'inspector',
      'district-officer',
      'zone-officer',
      'town-officer',
      'village-clerk',
      'first-secretary',
    ]),
  )
  .min(1);

export const stepDeeds = ['appraise', 'review', 'verify', 'post', 'compare', 'approve', 'announce'] as const;
export type StepDeed = (typeof stepDeeds)[number];

export const determinationKinds = [
  'identification',
  'exit',
  'policies-end',
  'return',
  'wrong-exit',
  'removal',
] as const;

const step = z.strictObject({
  code,
  does: z.enum(stepDeeds),
  title: bilingual,
  by: posts,
  /** days within which the step is to be taken; of a posting, within which it is to begin */
  withinDays: days,
  /** how long a posting or an announcement stands */
  days: days.optional(),
  /** who answers objections to a posting */
  answeredBy: posts.optional(),
  /** an appraisal passes with more than this share of those present */
  favourAbovePercent: z.int().min(1).max(99).optional(),
  /** the state that a household has from this step on */
  sets: state.optional(),
});
export type DeterminationStepPlan = z.infer<typeof step>;

const kind = z.strictObject({
  code: z.enum(determinationKinds),
  title: bilingual,
  from: z.array(z.enum(['unregistered', ...householdStates])).min(1),
  proposedBy: posts,
  /** a guarantee check of the last so many days must be there, null where none is asked for */
  checkWithinDays: days.nullable(),
  /** the state of a household whose procedure ends without approval after a step had set one */
  fallsBackTo: state.nullable(),
  /** opens again what was approved: wants evidence, and tells which payments it would put in question */
  reopens: z.boolean(),
  source: code.nullable(),
  steps: z.array(step).min(2),
});
export type DeterminationKindPlan = z.infer<typeof kind>;

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
    /** households registered from this day on are born by an approved identification alone */
    identifiedFrom: day,
    kinds: z.array(kind).min(1),
  })
  .superRefine((pack, context) => {
    const refuse = (path: (string | number)[], zh: string, en: string) =>
      context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
    const keys = new Set(pack.source.map(({ key }) => key));
    pack.kinds.forEach(({ source, steps, code: name }, at) => {
      if (pack.kinds.findIndex((other) => other.code === name) !== at)
        refuse(['kinds', at, 'code'], '程序重名', 'two procedures have one code');
      if (source !== null && !keys.has(source)) refuse(['kinds', at, 'source'], '来源未列', 'the source is not listed');
      steps.forEach((each, index) => {
        const place = ['kinds', at, 'steps', index];
        const next = steps[index + 1];
        if (['post', 'announce'].includes(each.does) && each.days === undefined)
          refuse(place, '公示公告须有天数', 'a posting or an announcement has its days');
        if (each.does === 'post' && (!each.answeredBy || !next || next.does === 'post'))
          refuse(place, '公示须有答复人，其后须有办理步骤', 'a posting has its answerers, and a deed comes after it');
        if (each.does === 'appraise' && each.favourAbovePercent === undefined)
          refuse(place, '评议须有通过比例', 'an appraisal has the share it passes with');
        if ((each.does === 'announce') !== (index === steps.length - 1))
          refuse(place, '公告为最后一步', 'the announcement is the last step and no other');
      });
      const approvals = steps.filter(({ does }) => does === 'approve');
      if (approvals.length !== 1 || !approvals[0]?.sets || steps.at(-2) !== approvals[0])
        refuse(
          ['kinds', at, 'steps'],
          '公告之前须审批一次并认定状态',
          'one approval, which sets the state, comes before the announcement',
        );
    });
  });

export type DeterminationPack = z.infer<typeof schema>;

export const determinationPackKind: PackKind<DeterminationPack> = {
  subgraph: 'households',
  kind: 'determination',
  title: { zh: '认定程序规则包', en: 'determination pack' },
  schema,
  startsOn: 'day',
};

export const parseDeterminationPack = (json: unknown): DeterminationPack => schema.parse(json);
