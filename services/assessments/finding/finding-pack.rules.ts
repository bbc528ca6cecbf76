// A finding pack (问题整改规则包): kinds of problem, how long each may take, and what a finding and its relapse weigh in a score.
import { z } from 'zod';
import { addDays } from '#platform/vocabulary/calendar-day';
import { type PackKind, parsePack } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { refusals } from '../refusals';

const code = z.string().regex(/^[a-z][a-z-]*$/);

const schema = z.strictObject({
  ...packHead,
  categories: z
    .array(
      z.strictObject({
        code,
        title: bilingual,
        /** days from assignment to the day on which it must be closed */
        days: z.int().min(1).max(366),
        weight: z.int().min(1).max(100),
        source: code.nullable(),
      }),
    )
    .min(1),
  relapse: z.strictObject({ times: z.int().min(1).max(10), clause: bilingual, source: code.nullable() }),
});

export type FindingPack = z.infer<typeof schema>;

const checked = schema.superRefine((pack, context) => {
  const keys = new Set(pack.source.map((source) => source.key));
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  pack.categories.forEach(({ code: name, source }, at) => {
    if (pack.categories.findIndex((other) => other.code === name) !== at)
      refuse(['categories', at, 'code'], '类别重名', 'two categories have one code');
    if (source !== null && !keys.has(source))
      refuse(['categories', at, 'source'], '来源未列', 'the source is not listed');
  });
  const named = [pack.relapse.source, ...pack.categories.map(({ source }) => source)];
  if (named.includes(null) && pack.assumed.length === 0)
    refuse(['assumed'], '无来源的须列为假定', 'what has no source is listed as assumed');
});

export const findingPackKind: PackKind<FindingPack> = {
  subgraph: 'assessments',
  kind: 'finding',
  title: { zh: '问题整改规则包', en: 'finding pack' },
  schema: checked,
  startsOn: 'day',
};

export const parseFindingPack = (json: unknown): FindingPack => parsePack(checked, json, refusals.findingPackInvalid);

/** What a finding counts for: its category's weight, and the pack's multiple of it from the first relapse on. */
export function weightOf(pack: FindingPack, category: string, relapses: number): number {
  const found = pack.categories.find(({ code: name }) => name === category);
  if (!found) throw refusals.findingCategoryUnknown({ category });
  return relapses === 0 ? found.weight : found.weight * pack.relapse.times;
}

export function dueOn(pack: FindingPack, category: string, today: string): string {
  const days = pack.categories.find(({ code: name }) => name === category)?.days;
  if (days === undefined) throw refusals.findingCategoryUnknown({ category });
  return addDays(today, days);
}
