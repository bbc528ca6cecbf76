// The evidence of a score as the asker may see it (计分依据的脱敏): within one's own range with all figures, elsewhere without those that are withheld.
import type { Context } from '#platform/graph/context';
import { publishedSumsOfRegion } from '../published-sum/published-sum.loader';
import { type FrozenNode, nodesOf } from './frozen-score.rules';
import type { Scored } from './rows-behind.rules';
import { type ScoreNode, shownNode, withheldNode } from './score-node.entity';

export async function shownEvidence(context: Context, tree: FrozenNode, scored: Scored): Promise<ScoreNode[]> {
  const withheld = await withheldFrom(context, scored);
  return nodesOf(tree).map((node) => {
    const minimumCell = withheld.get(node.indicator ?? '');
    return minimumCell === undefined ? shownNode(node, scored) : withheldNode(shownNode(node, scored), minimumCell);
  });
}

/** Indicators whose sums of that region and quarter are withheld from others, with the smallest number that is shown. */
async function withheldFrom(context: Context, { regionId, unitId, quarter }: Scored): Promise<Map<string, number>> {
  const { caller, inScope } = context;
  const isOwn = caller.scope === 'region' && (await inScope.pathWithin(regionId)) !== null;
  if (unitId !== null || isOwn) return new Map();
  const sums = await publishedSumsOfRegion.load(context, `${quarter} ${regionId}`);
  const withheld = sums.filter(({ denominator }) => denominator === null);
  return new Map(withheld.map(({ indicator, minimumCell }) => [indicator, minimumCell]));
}
