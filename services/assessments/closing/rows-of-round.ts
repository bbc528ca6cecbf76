// What is drawn, as rows of a round (批次各行): figures, scores and lights in the columns of their tables.
import { newId } from '#platform/database/new-id';
import type { LightRound } from '../light/light-round.entity';
import type { Drawn, QuarterPacks } from './draw-quarter.rules';
import { type Figure, hashOfFigure } from './figure.rules';
import type { FigureRow } from './keep-round.query';
import type { PlacedPeer } from './peers-in-range';

type Placed = ReadonlyMap<string, Pick<PlacedPeer, 'regionId' | 'unitId' | 'path'>>;

export interface DrawnRound {
  round: LightRound;
  figures: readonly Figure[];
  drawn: readonly Drawn[];
  peers: readonly Pick<PlacedPeer, 'id' | 'regionId' | 'unitId' | 'path'>[];
  packs: QuarterPacks;
  /** the light in force of each region for the quarter, which the new one would stand in place of */
  standing: ReadonlyMap<string, string>;
}

export function rowsOfRound({ round, figures, drawn, peers, packs, standing }: DrawnRound) {
  const placed = new Map(peers.map((peer) => [peer.id, peer]));
  const scores = drawn.map((each) => scoreRow(round, each, placed, packs));
  const lights = drawn.flatMap((each, at) =>
    each.light ? [lightRow(round, each, scores[at]?.id ?? '', placed, packs, standing)] : [],
  );
  return { figures: figureRows(round.id, figures, placed), scores, lights };
}

function placeOf(placed: Placed, id: string) {
  const place = placed.get(id);
  if (!place) throw new Error(`nobody was asked about ${id}`);
  return place;
}

function figureRows(roundId: string, figures: readonly Figure[], placed: Placed): FigureRow[] {
  return figures.map((figure) => {
    const { regionId, unitId, path } = placeOf(placed, figure.subjectId);
    return {
      round_id: roundId,
      subject: unitId === null ? 'region' : 'unit',
      subject_id: figure.subjectId,
      region_id: regionId,
      path,
      indicator: figure.indicator,
      numerator: figure.numerator.toString(),
      denominator: figure.denominator.toString(),
      source: figure.source,
      hash: hashOfFigure(figure),
    };
  });
}

function scoreRow(round: LightRound, { peer, outcome, inputs, tree }: Drawn, placed: Placed, packs: QuarterPacks) {
  const { regionId, unitId, path } = placeOf(placed, peer.id);
  return {
    id: newId(),
    round_id: round.id,
    region_id: regionId,
    path,
    level: peer.group,
    unit_id: unitId,
    peer_code: peer.code,
    quarter: round.quarter,
    score: outcome.score,
    pack_name: packs[peer.group]?.scoring.name,
    pack_hash: outcome.packHash,
    inputs,
    inputs_hash: outcome.inputsHash,
    tree,
    drawn_by: round.proposedBy,
    drawn_at: round.proposedAt,
  };
}

function lightRow(
  round: LightRound,
  { peer, light }: Drawn,
  scoreId: string,
  placed: Placed,
  packs: QuarterPacks,
  standing: ReadonlyMap<string, string>,
) {
  const { regionId, path } = placeOf(placed, peer.id);
  if (!light) throw new Error(`no light was drawn for ${peer.id}`);
  return {
    id: newId(),
    round_id: round.id,
    score_id: scoreId,
    region_id: regionId,
    path,
    level: peer.group,
    quarter: round.quarter,
    colour: light.light,
    rank: light.rank,
    peers: light.peers,
    reasons: light.triggers,
    consequences: light.consequences,
    pack_name: packs[peer.group]?.light?.name,
    pack_hash: light.packHash,
    inputs_hash: light.inputsHash,
    status: 'proposed',
    proposed_by: round.proposedBy,
    proposed_at: round.proposedAt,
    confirmed_by: null as string | null,
    confirmed_at: null as Date | null,
    supersedes: standing.get(peer.id) ?? null,
  };
}
