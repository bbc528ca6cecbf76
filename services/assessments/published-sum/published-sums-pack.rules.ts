// Which sums of a region everybody in office sees (公布合计数规则包), how small a number may be, and what of each figure counts people.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { indicatorSources } from '../closing/indicator-source.rules';

const figure = z.strictObject({
  indicator: z.string().regex(/^[a-z][a-z-]*$/),
  title: bilingual,
  /** what may not be small: the number and what it lacks of its whole, the rows behind an amount, or nothing */
  cell: z.enum(['each-part', 'rows', 'nobody']),
  why: bilingual,
  source: z.string().min(1),
});

const schema = z.strictObject({
  ...packHead,
  minimumCell: z.int().min(2).max(1000),
  figures: z.array(figure).min(1),
});

export type PublishedFigureRule = z.infer<typeof figure>;
export type PublishedSumsPack = z.infer<typeof schema>;

const checked = schema.superRefine(({ figures, source }, context) => {
  const keys = new Set(source.map(({ key }) => key));
  figures.forEach((each, at) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['figures', at, field], message });
    if (!indicatorSources.some(({ indicator, of }) => indicator === each.indicator && of === 'region'))
      refuse('indicator', '该指标没有地区数据来源 · nobody answers for this indicator of regions');
    if (figures.findIndex(({ indicator }) => indicator === each.indicator) !== at)
      refuse('indicator', '指标重复 · an indicator is published once');
    if (!keys.has(each.source)) refuse('source', '来源未列 · the source is not listed');
  });
});

export const publishedSumsKind: PackKind<PublishedSumsPack> = {
  subgraph: 'assessments',
  kind: 'published-sums',
  title: { zh: '公布合计数规则包', en: 'published sums pack' },
  schema: checked,
  startsOn: 'quarter',
};
