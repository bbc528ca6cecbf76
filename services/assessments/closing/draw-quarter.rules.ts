// Draws a quarter (季度计分亮灯): frozen figures, packs and past lights give every peer its score, tree and light; the same in any order.
import { packHash } from '#platform/vocabulary/canonical';
import { type LightOutcome, lightsOf, type PastLight } from '../light/light.rules';
import type { LightPack } from '../light/light-pack.rules';
import { type FrozenInputs, type FrozenNode, freezeFigures, freezeTree } from '../scoring/frozen-score.rules';
import { type ScoreOutcome, score } from '../scoring/scoring.rules';
import { indicatorsOf, type PeerGroup, type ScoringPack } from '../scoring/scoring-pack.rules';
import { type Figure, figuresBySubject } from './figure.rules';

export interface Peer {
  group: PeerGroup;
  /** region or unit */
  id: string;
  /** breaks a tie of scores */
  code: string;
}

/** Member units are scored and not lit. */
export interface GroupPacks {
  scoring: ScoringPack;
  light: LightPack | null;
}
export type QuarterPacks = Readonly<Partial<Record<PeerGroup, GroupPacks>>>;

export interface Drawn {
  peer: Peer;
  outcome: ScoreOutcome;
  inputs: FrozenInputs;
  tree: FrozenNode;
  light: LightOutcome | null;
}

export function drawQuarter(
  quarter: string,
  peers: readonly Peer[],
  figures: readonly Figure[],
  past: readonly PastLight[],
  packs: QuarterPacks,
): Drawn[] {
  const figuresOf = figuresBySubject(figures);
  const groups = new Map<PeerGroup, Peer[]>();
  for (const peer of peers) groups.set(peer.group, [...(groups.get(peer.group) ?? []), peer]);
  return [...groups.keys()].sort().flatMap((group) => {
    const of = packs[group];
    return of ? drawGroup(quarter, groups.get(group) ?? [], figuresOf, past, of) : [];
  });
}

function drawGroup(
  quarter: string,
  peers: readonly Peer[],
  figuresOf: ReadonlyMap<string, ReadonlyMap<string, Figure>>,
  past: readonly PastLight[],
  packs: GroupPacks,
): Drawn[] {
  const drawn = peers
    .map((peer) => ({ peer, ...drawScore(packs.scoring, figuresOf.get(peer.id) ?? new Map()) }))
    .sort((a, b) => (a.peer.code < b.peer.code ? -1 : Number(a.peer.code > b.peer.code)));
  if (!packs.light) return drawn.map((each) => ({ ...each, light: null }));
  const scores = drawn.map(({ peer, outcome }) => ({
    regionCode: peer.code,
    score: outcome.score,
    figures: Object.fromEntries(figuresOf.get(peer.id) ?? []),
  }));
  const lights = new Map(lightsOf(quarter, scores, past, packs.light).map((light) => [light.regionCode, light]));
  return drawn.map((each) => ({ ...each, light: lights.get(each.peer.code) ?? null }));
}

/** Only what the pack asks for goes into a score and its hash. */
function drawScore(pack: ScoringPack, figures: ReadonlyMap<string, Figure>) {
  const asked = indicatorsOf(pack.root).flatMap((indicator) => figures.get(indicator) ?? []);
  const given = asked.map(({ indicator, numerator, denominator }) => [indicator, { numerator, denominator }] as const);
  const inputs: FrozenInputs = Object.fromEntries(
    asked.map((figure) => [figure.indicator, freezeFigures(figure, figure.source)]),
  );
  const outcome = score(pack, Object.fromEntries(given));
  return { outcome, inputs, tree: freezeTree(outcome.evidence, inputs) };
}

/** What of a quarter's packs a round keeps: which pack each group was drawn by, and its hash. */
export function packsUsed(
  packs: QuarterPacks,
): { group: PeerGroup; kind: 'scoring' | 'light'; name: string; hash: string }[] {
  return (Object.entries(packs) as [PeerGroup, GroupPacks][])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([group, { scoring, light }]) => [
      { group, kind: 'scoring' as const, name: scoring.name, hash: packHash(scoring) },
      ...(light ? [{ group, kind: 'light' as const, name: light.name, hash: packHash(light) }] : []),
    ]);
}
