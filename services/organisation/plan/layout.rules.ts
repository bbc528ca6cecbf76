// The layout of the three years (工作布局): which stage each year is, as a dated pack, never a constant.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { planRefusals as refusals } from './plan-refusals.rules';

const schema = z
  .strictObject({
    ...packHead,
    stages: z
      .array(
        z.strictObject({
          year: z.int().min(2014).max(2100),
          code: z.string().regex(/^[a-z-]+$/),
          title: bilingual,
        }),
      )
      .min(1),
  })
  .refine(({ stages }) => new Set(stages.map(({ year }) => year)).size === stages.length, {
    path: ['stages'],
    message: '同一年度列了两次 · a year stands twice',
  });

export type LayoutPack = z.infer<typeof schema>;

export const layoutKind: PackKind<LayoutPack> = {
  subgraph: 'organisation',
  kind: 'layout',
  title: { zh: '工作布局', en: 'layout of the years' },
  schema,
  startsOn: 'day',
};

export interface LayoutStage {
  year: number;
  code: string;
  zh: string;
  en: string;
  source: string;
}

/** By year. */
export function stagesOf(layout: LayoutPack | null): LayoutStage[] {
  const source = layout?.source.map(({ title }) => `${title.zh} · ${title.en}`).join('；') ?? '';
  const stages = layout?.stages.map(({ year, code, title }) => ({ year, code, ...title, source })) ?? [];
  return stages.sort((a, b) => a.year - b.year);
}

export function stageOf(layout: readonly LayoutStage[], year: number): LayoutStage {
  const stage = layout.find((each) => each.year === year);
  if (!stage) throw refusals.yearNotInLayout({ year });
  return stage;
}
