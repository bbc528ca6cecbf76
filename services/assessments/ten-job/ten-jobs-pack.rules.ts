// The office's ten jobs (十项工作) as a pack: which jobs a year has, who owns each, what it is measured in, and where its figures come from.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const job = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  number: z.int().min(1).max(99),
  title: bilingual,
  /** the unit that answers for it */
  owner: bilingual,
  /** the same by its code, where it is a member unit */
  ownerUnit: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .optional(),
  /** what its programme pays to households for, by the dictionary of purposes; left out where no money goes to households */
  purposes: z
    .array(z.string().regex(/^[a-z][a-z-]*$/))
    .min(1)
    .optional(),
  measure: bilingual,
  /** month and day by which the year's target is owed */
  by: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '时限须为 MM-DD · a deadline is MM-DD'),
  figures: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('reported') }),
    z.strictObject({ from: z.literal('funds'), figure: z.enum(['disbursement', 'settlement']) }),
  ]),
  source: z.string().min(1),
});

const schema = z.strictObject({
  ...packHead,
  jobs: z.array(job).min(1),
});

export type JobLine = z.infer<typeof job>;
export type TenJobsPack = z.infer<typeof schema>;

const checked = schema.superRefine(({ jobs, source }, context) => {
  const keys = new Set(source.map(({ key }) => key));
  jobs.forEach((each, at) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['jobs', at, field], message });
    if (!keys.has(each.source)) refuse('source', '来源未列 · the source is not listed');
    if (jobs.findIndex(({ code }) => code === each.code) !== at)
      refuse('code', '工作代码重复 · two jobs have one code');
    if (jobs.findIndex(({ number }) => number === each.number) !== at)
      refuse('number', '序号重复 · two jobs have one number');
  });
});

export const tenJobsKind: PackKind<TenJobsPack> = {
  subgraph: 'assessments',
  kind: 'ten-jobs',
  title: { zh: '十项工作', en: 'ten jobs' },
  schema: checked,
  startsOn: 'year',
};
