// The stages of the layout in force (工作布局), read once a request for every plan that shows its own.
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { packOn } from '#platform/graph/pack/pack-in-force';
import { type LayoutStage, layoutKind, stagesOf } from './layout.rules';

const ALL = 'all';

const stages = defineLoader<LayoutStage[]>(
  'stages of the layout in force',
  () => [],
  async (rows) => new Map([[ALL, stagesOf((await packOn(rows, layoutKind))?.content ?? null)]]),
  'public',
);

export const layoutInForce = (context: Context): Promise<LayoutStage[]> => stages.load(context, ALL);

export async function stageOfYear(context: Context, year: number): Promise<LayoutStage | null> {
  return (await layoutInForce(context)).find((stage) => stage.year === year) ?? null;
}
