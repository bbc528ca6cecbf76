// Closes a quarter and proposes its lights (封账并提出亮灯): figures first, then scores and lights of all peers in one transaction, frozen.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { drawQuarter, packsUsed, type QuarterPacks } from '../closing/draw-quarter.rules';
import { hashOfFigures } from '../closing/figure.rules';
import { gatherFigures } from '../closing/gather-figures';
import { keepFigures, keepLights, keepScores, keepSums } from '../closing/keep-round.query';
import { peersInRange } from '../closing/peers-in-range';
import { rowsOfRound } from '../closing/rows-of-round';
import { drawSums, findSumsPack } from '../published-sum/draw-sums';
import { refusals } from '../refusals';
import { indicatorsOf } from '../scoring/scoring-pack.rules';
import { confirmedLights, pastOf } from './confirmed-lights.query';
import { findQuarterPacks } from './find-quarter-packs';
import { LightRound } from './light-round.entity';

export async function proposeLights(
  context: Context,
  quarter: string,
  idempotencyKey: string,
): Promise<LightRound | null> {
  const { caller, inScope } = context;
  const { until } = parseQuarter(quarter);
  const packs = await findQuarterPacks(context, quarter);
  const peers = await peersInRange(context, quarter);
  const { regionId, personId } = caller;
  if (peers.length === 0 || regionId === null || personId === null) throw commonRefusals.outOfScope();
  const ids = (of: 'region' | 'unit') =>
    peers.filter(({ unitId }) => (unitId === null) === (of === 'region')).map(({ id }) => id);
  const subjects = { regions: ids('region'), units: ids('unit') };
  const sums = await findSumsPack(context, quarter);
  const published = sums?.content.figures.map(({ indicator }) => indicator) ?? [];
  const wanted = new Set([...indicatorsAsked(packs), ...published]);
  const figures = await gatherFigures(context, subjects, quarter, wanted);
  const { lo: path } = await inScope.range();
  const once = { subgraph: 'assessments', caller, operation: 'proposeLights', idempotencyKey } as const;
  const deed = { action: 'proposeLights', target: quarter, facts: { quarter, peers: peers.length } };
  const id = await inScope.write(deed, async (rows) =>
    onceOnly(rows, { ...once, payload: { quarter } }, async () => {
      const now = await rows.now();
      if (new Date(`${until}T00:00:00+08:00`) > now) throw refusals.quarterNotOver({ quarter });
      const confirmed = await confirmedLights(rows, quarter, now);
      const codes = new Map(peers.map((peer) => [peer.id, peer.code]));
      const drawn = drawQuarter(quarter, peers, figures, pastOf(confirmed, codes), packs);
      const used = packsUsed(packs);
      const round = {
        id: newId(),
        quarter,
        regionId,
        path,
        ...namesOf('scoring', used),
        ...namesOf('light', used),
        packs: used,
        figuresHash: hashOfFigures(figures),
        appealId: null,
        originId: null,
        proposedBy: personId,
        proposedAt: now,
      } as LightRound;
      await rows.manager.insert(LightRound, round);
      const standing = new Map(
        confirmed.filter((light) => light.quarter === quarter).map((light) => [light.regionId, light.id]),
      );
      const kept = rowsOfRound({ round, figures, drawn, peers, packs, standing });
      await keepFigures(rows, kept.figures);
      await keepScores(rows, kept.scores);
      await keepLights(rows, kept.lights);
      if (sums) await keepSums(rows, drawSums(round, peers, figures, sums));
      return round.id;
    }),
  );
  return inScope.read(({ manager }) => manager.findOneBy(LightRound, { id }));
}

export function indicatorsAsked(packs: QuarterPacks): Set<string> {
  const asked = Object.values(packs).flatMap(({ scoring, light }) => [
    ...indicatorsOf(scoring.root),
    ...(light?.triggers ?? []).flatMap((trigger) => ('indicator' in trigger ? [trigger.indicator] : [])),
  ]);
  return new Set(asked);
}

function namesOf(kind: 'scoring' | 'light', used: LightRound['packs']) {
  const own = used.filter((pack) => pack.kind === kind);
  const name = own.map((pack) => pack.name).join('、');
  const hash = contentHash(own.map((pack) => pack.hash));
  return kind === 'scoring' ? { scoringPack: name, scoringPackHash: hash } : { lightPack: name, lightPackHash: hash };
}
