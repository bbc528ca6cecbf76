// An obligation pack (应尽事项规则包): what is owed by whom, how often, and what counts as having done it, as data with sources.
import { z } from 'zod';
import type { CalendarDay } from '../vocabulary/calendar-day';
import type { PackKind } from '../vocabulary/pack';
import { bilingual, packHead } from '../vocabulary/pack-shape';
import { type RegionKind, regionKinds } from '../vocabulary/region';

export const owners = ['organisation', 'households', 'funds'] as const;
/** Posts in a village that owe something by being stationed there (驻村). */
export const postsOwing = ['first-secretary', 'village-secretary', 'work-team'] as const;
export type ObligationOwner = (typeof owners)[number];

const rhythm = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('week') }),
  z.strictObject({ every: z.literal('month') }),
  z.strictObject({ every: z.literal('quarter') }),
  z.strictObject({ every: z.literal('half-year') }),
  /** once a year, no later than this day */
  z.strictObject({ every: z.literal('year'), by: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) }),
  /** told of a month that is over, within so many days of the next */
  z.strictObject({ every: z.literal('past-month'), withinDaysAfter: z.int().min(1).max(28) }),
]);

const line = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  title: bilingual,
  owner: z.enum(owners),
  /** kinds of regions, or each household, or posts stationed in villages */
  owedBy: z.array(z.enum([...regionKinds, 'household', ...postsOwing])).min(1),
  /** by a letter that the region has signed, or by the pack alone, whoever has signed what */
  boundBy: z.enum(['letter', 'pack']),
  rhythm,
  /** the kind of fact that fulfils it, and on how many different days of a window */
  evidence: z.string().regex(/^[a-z][a-z-]*$/),
  times: z.int().min(1).max(31),
  assumed: bilingual.nullable(),
  source: z.string().min(1),
});

const schema = z.strictObject({ ...packHead, lines: z.array(line).min(1) });

export type ObligationPack = z.infer<typeof schema>;
export type Rhythm = z.infer<typeof rhythm>;

export interface ObligationLine extends z.infer<typeof line> {
  /** of its pack: windows that end in this time are owed */
  effectiveFrom: CalendarDay;
  effectiveTo: CalendarDay | null;
}

const checked = schema.superRefine((pack, context) => {
  const keys = new Set(pack.source.map(({ key }) => key));
  pack.lines.forEach((each, at) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['lines', at, field], message });
    if (!keys.has(each.source)) refuse('source', '来源未列 · the source is not listed');
    if (pack.lines.findIndex(({ code }) => code === each.code) !== at)
      refuse('code', '事项代码重复 · two lines have one code');
    if (each.owedBy.includes('household') && each.owedBy.length > 1)
      refuse('owedBy', '按户的事项不得兼按地区 · what is owed to households is not owed by regions too');
    const byPosts = each.owedBy.filter(isPostOwing).length;
    if (byPosts > 0 && byPosts < each.owedBy.length)
      refuse('owedBy', '驻村人员的事项不得兼按地区 · what people stationed owe is not owed by regions too');
  });
});

/** It changes with a month: no line has windows that end between two first days of a month but weeks, and a week belongs to the pack of its last day. */
export const obligationKind: PackKind<ObligationPack> = {
  subgraph: 'organisation',
  kind: 'obligation',
  title: { zh: '应尽事项', en: 'obligations' },
  schema: checked,
  startsOn: 'month',
};

export function owedByKind({ owedBy }: ObligationLine, kind: RegionKind): boolean {
  return owedBy.includes(kind);
}

const isPostOwing = (subject: string): boolean => postsOwing.some((post) => post === subject);

/** Owed by people stationed in villages, and not by a region. */
export function isOwedByPost({ owedBy }: Pick<ObligationLine, 'owedBy'>): boolean {
  return owedBy.some(isPostOwing);
}

/** `subject`: a kind of region, or a post. */
export function isOwedBy({ owedBy }: Pick<ObligationLine, 'owedBy'>, subject: string): boolean {
  return owedBy.some((each) => each === subject);
}
