// The layout of the three years (工作布局): which stage each year is, read from a dated file, never a constant.
import { z } from 'zod';
import { planRefusals as refusals } from './plan-refusals.rules';

const layoutFile = z.object({
  assumed: z.boolean(),
  source: z.string().min(4),
  stages: z
    .array(
      z.object({
        year: z.int().min(2014).max(2100),
        code: z.string().regex(/^[a-z-]+$/),
        zh: z.string().min(2),
        en: z.string().min(2),
      }),
    )
    .min(1),
});

export interface LayoutStage {
  year: number;
  code: string;
  zh: string;
  en: string;
  source: string;
}

/** By year; a year that stands twice is a mistake of the file. */
export function parseLayout(json: unknown): LayoutStage[] {
  const { stages, source } = layoutFile.parse(json);
  const years = stages.map(({ year }) => year);
  if (new Set(years).size < years.length) throw new Error('a year stands twice in the layout');
  return [...stages].sort((a, b) => a.year - b.year).map((stage) => ({ ...stage, source }));
}

export function stageOf(layout: readonly LayoutStage[], year: number): LayoutStage {
  const stage = layout.find((each) => each.year === year);
  if (!stage) throw refusals.yearNotInLayout({ year });
  return stage;
}
