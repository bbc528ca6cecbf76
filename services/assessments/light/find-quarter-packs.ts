// Finds the packs of a quarter (本季规则包): each holds over the whole quarter, else the same months would be scored by two rules.
import type { Context } from '#platform/graph/context';
import { type PackInForce, packInForce } from '#platform/graph/pack/pack-in-force';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import type { PackEnvelope, PackKind } from '#platform/vocabulary/pack';
import { refusals } from '../refusals';
import { type ScoringPack, scoringPackKind } from '../scoring/scoring-pack.rules';
import { type LightPack, lightPackKind } from './light-pack.rules';

export async function findQuarterPacks(
  context: Context,
  quarter: string,
): Promise<{ scoring: ScoringPack; light: LightPack }> {
  const { from, until } = parseQuarter(quarter);
  const { lo: path } = await context.inScope.range();
  const find = async <Content extends PackEnvelope>(kind: PackKind<Content>): Promise<Content> => {
    const found: PackInForce<Content> | null = await packInForce(context, kind, { path, from, until });
    if (!found) throw refusals.packNotInForce({ quarter, kind: kind.kind });
    return found.content;
  };
  const [scoring, light] = await Promise.all([find(scoringPackKind), find(lightPackKind)]);
  return { scoring, light };
}
