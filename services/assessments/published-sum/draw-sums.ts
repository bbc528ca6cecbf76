// Draws the sums of a closing (公布合计数) as rows of its round; a region without such a pack publishes none.
import type { Context } from '#platform/graph/context';
import { type PackInForce, packInForce } from '#platform/graph/pack/pack-in-force';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import type { Figure } from '../closing/figure.rules';
import type { PlacedPeer } from '../closing/peers-in-range';
import type { LightRound } from '../light/light-round.entity';
import { publishSums } from './publish-sums.rules';
import { type PublishedSumsPack, publishedSumsKind } from './published-sums-pack.rules';

export async function findSumsPack(context: Context, quarter: string): Promise<PackInForce<PublishedSumsPack> | null> {
  const { lo: path } = await context.inScope.range();
  return packInForce(context, publishedSumsKind, { path, ...parseQuarter(quarter) });
}

export function drawSums(
  round: LightRound,
  peers: readonly PlacedPeer[],
  figures: readonly Figure[],
  { content: pack, hash }: PackInForce<PublishedSumsPack>,
): object[] {
  const whole = { id: round.regionId, path: round.path, level: 'city' as const };
  const regions = peers.flatMap(({ id, path, group }) => (group === 'unit' ? [] : [{ id, path, level: group }]));
  return publishSums(whole, regions, figures, pack).map(({ id, numerator, denominator, ...sum }) => ({
    ...sum,
    region_id: id,
    numerator: numerator?.toString() ?? null,
    denominator: denominator?.toString() ?? null,
    round_id: round.id,
    quarter: round.quarter,
    minimum_cell: pack.minimumCell,
    pack_name: pack.name,
    pack_hash: hash,
  }));
}
