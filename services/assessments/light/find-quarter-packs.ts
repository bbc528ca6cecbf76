// Finds the packs of a quarter (本季规则包): each holds over the whole quarter, else the same months would be scored by two rules.
import type { Context } from '#platform/graph/context';
import { packContent, packInForce } from '#platform/graph/pack/pack-in-force';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import type { PackEnvelope, PackKind } from '#platform/vocabulary/pack';
import type { GroupPacks, QuarterPacks } from '../closing/draw-quarter.rules';
import { refusals } from '../refusals';
import { type PeerGroup, peerGroups, scoringPackKinds } from '../scoring/scoring-pack.rules';
import type { Light } from './light.entity';
import { type LightPack, type LitGroup, lightPackKinds } from './light-pack.rules';
import type { LightRound } from './light-round.entity';

export async function findQuarterPacks(context: Context, quarter: string): Promise<QuarterPacks> {
  const { from, until } = parseQuarter(quarter);
  const { lo: path } = await context.inScope.range();
  const find = async <Content extends PackEnvelope>(kind: PackKind<Content>) =>
    (await packInForce(context, kind, { path, from, until }))?.content ?? null;
  const groups = await Promise.all(
    peerGroups.map(async (group): Promise<[PeerGroup, GroupPacks] | null> => {
      const lightKind = group === 'unit' ? null : lightPackKinds[group];
      const [scoring, light] = await Promise.all([find(scoringPackKinds[group]), lightKind && find(lightKind)]);
      // A group for which no rules were adopted is not drawn; one that has half of them is a mistake.
      if (!scoring && !light) return null;
      if (!scoring) throw refusals.packNotInForce({ quarter, kind: scoringPackKinds[group].kind });
      if (lightKind && !light) throw refusals.packNotInForce({ quarter, kind: lightKind.kind });
      return [group, { scoring, light }];
    }),
  );
  const drawn = groups.filter((group) => group !== null);
  if (drawn.length === 0) throw refusals.packNotInForce({ quarter, kind: 'scoring' });
  return Object.fromEntries(drawn);
}

/** The packs by which a round was drawn, known by their hashes: a later pack changes nothing about an earlier light. */
export async function findRoundPacks(context: Context, round: LightRound, group: LitGroup): Promise<QuarterPacks> {
  const hashOf = (kind: 'scoring' | 'light') =>
    round.packs.find((pack) => pack.group === group && pack.kind === kind)?.hash ?? '';
  const [scoring, light] = await Promise.all([
    packByHash(context, scoringPackKinds[group], hashOf('scoring'), round.quarter),
    packByHash(context, lightPackKinds[group], hashOf('light'), round.quarter),
  ]);
  return { [group]: { scoring, light } };
}

export function findLightPack(context: Context, { level, packHash, quarter }: Light): Promise<LightPack> {
  return packByHash(context, lightPackKinds[level as LitGroup], packHash, quarter);
}

function packByHash<Content extends PackEnvelope>(
  { inScope }: Context,
  kind: PackKind<Content>,
  hash: string,
  quarter: string,
): Promise<Content> {
  return inScope.read(async (rows) => {
    const [found] = await rows.query<{ id: string; hash: string }>(
      'select id, hash from assessments.pack where kind = $1 and hash = $2 limit 1',
      [kind.kind, hash],
    );
    if (!found) throw refusals.packNotInForce({ quarter, kind: kind.kind });
    return packContent(rows, kind, found);
  }, 'public');
}
