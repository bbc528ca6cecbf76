// Lights (黄红亮灯): the scores of a peer group in a quarter, and the lights before, give each region a light with its evidence.
import { contentHash, packHash } from '#platform/vocabulary/canonical';
import type { BilingualText } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { IndicatorFigures } from '../scoring/scoring-pattern.rules';
import type { LightPack } from './light-pack.rules';
import { directTriggersOf, evidenceOf, hundredthsOf, type TriggerEvidence, worstOf } from './light-trigger.rules';

export type { TriggerEvidence };

/** Unlit (未评) is a region that could not be scored: neither praised nor blamed. */
export const lightColours = ['green', 'yellow', 'red', 'unlit'] as const;
export type LightColour = (typeof lightColours)[number];

export interface PeerScore {
  regionCode: string;
  /** two decimals; null when nothing could be scored */
  score: string | null;
  /** what triggers beside rank and score look at, such as overdue tasks */
  figures?: Readonly<Record<string, IndicatorFigures | null>>;
}

export interface PastLight {
  regionCode: string;
  /** '2018Q1' */
  quarter: string;
  light: LightColour;
}

export interface FrozenConsequence extends BilingualText {
  consequence: string;
  dueDays: number;
  source: string;
}

export interface LightOutcome {
  regionCode: string;
  quarter: string;
  score: string | null;
  /** 1 is the best; null when not scored */
  rank: number | null;
  peers: number;
  light: LightColour;
  triggers: TriggerEvidence[];
  /** what follows from it by the pack */
  consequences: FrozenConsequence[];
  packHash: string;
  inputsHash: string;
}

interface Ranked extends PeerScore {
  rank: number | null;
}

/** In order of region code, whatever order the scores and past lights came in. */
export function lightsOf(
  quarter: string,
  peerGroup: readonly PeerScore[],
  previousLights: readonly PastLight[],
  pack: LightPack,
): LightOutcome[] {
  const ranked = rankPeers(peerGroup);
  const peers = ranked.filter((peer) => peer.rank !== null).length;
  const hashOfPack = packHash(pack);
  // The scores of the group are hashed once: a hash of all in each light would grow with the square of the group.
  const groupHash = contentHash(ranked.map(({ regionCode, score }) => ({ regionCode, score })));
  const pastOf = pastByRegion(quarter, previousLights);
  const watched = pack.triggers.flatMap((trigger) => ('indicator' in trigger ? [trigger.indicator] : []));
  return ranked.map((peer) => {
    const past = pastOf.get(peer.regionCode) ?? [];
    const run = runOfYellows(quarter, past);
    const triggers = triggersOf(quarter, peer, peers, run, pack);
    const light = peer.rank === null ? 'unlit' : worstOf(triggers);
    const figures = Object.fromEntries(watched.map((indicator) => [indicator, peer.figures?.[indicator] ?? null]));
    const inputs = { packHash: hashOfPack, quarter, regionCode: peer.regionCode, groupHash, figures, past };
    return {
      regionCode: peer.regionCode,
      quarter,
      score: peer.score,
      rank: peer.rank,
      peers,
      light,
      triggers,
      consequences: consequencesOf(light, run + 1, pack),
      packHash: hashOfPack,
      inputsHash: contentHash(inputs),
    };
  });
}

function pastByRegion(quarter: string, lights: readonly PastLight[]) {
  const of = new Map<string, Omit<PastLight, 'regionCode'>[]>();
  for (const { regionCode, quarter: then, light } of lights) {
    if (then >= quarter) continue;
    const past = of.get(regionCode);
    if (past) past.push({ quarter: then, light });
    else of.set(regionCode, [{ quarter: then, light }]);
  }
  for (const past of of.values()) past.sort((a, b) => compare(b.quarter, a.quarter));
  return of;
}

function consequencesOf(light: LightColour, run: number, pack: LightPack): FrozenConsequence[] {
  return pack.consequences
    .filter((each) => each.light === light && (light === 'red' || run >= (each.fromRun ?? 1)))
    .map(({ consequence, dueDays, source, title }) => ({ consequence, dueDays, source, ...title }));
}

function rankPeers(peerGroup: readonly PeerScore[]): Ranked[] {
  const seen = new Set<string>();
  for (const { regionCode, score } of peerGroup) {
    if (seen.has(regionCode)) throw refusals.peerRepeated({ regionCode });
    if (score !== null && !/^\d{1,3}\.\d{2}$/.test(score)) throw refusals.peerScoreInvalid({ regionCode, score });
    seen.add(regionCode);
  }
  const best = peerGroup
    .flatMap(({ regionCode, score }) => (score === null ? [] : [{ regionCode, points: hundredthsOf(score) }]))
    .sort((a, b) => b.points - a.points || compare(a.regionCode, b.regionCode));
  const rankOf = new Map(best.map(({ regionCode }, at) => [regionCode, at + 1]));
  return [...peerGroup]
    .sort((a, b) => compare(a.regionCode, b.regionCode))
    .map((peer) => ({ ...peer, rank: rankOf.get(peer.regionCode) ?? null }));
}

function triggersOf(
  quarter: string,
  peer: Ranked,
  peers: number,
  yellowsBefore: number,
  pack: LightPack,
): TriggerEvidence[] {
  if (peer.rank === null || peer.score === null) return [];
  const direct = directTriggersOf(
    { quarter, rank: peer.rank, peers, score: peer.score, figures: peer.figures ?? {} },
    pack.triggers,
  );
  // Only a yellow of this quarter lengthens the run: one that is red already needs no other reason.
  if (worstOf(direct) !== 'yellow') return direct;
  const run = yellowsBefore + 1;
  const running = pack.triggers
    .filter((trigger) => trigger.kind === 'consecutive-yellows')
    .filter((trigger) => run >= trigger.times)
    .map((trigger) =>
      evidenceOf(
        trigger,
        `连续第 ${run} 次黄灯，满 ${trigger.times} 次`,
        `yellow light number ${run} running, at least ${trigger.times}`,
      ),
    );
  return [...direct, ...running];
}

function runOfYellows(quarter: string, past: readonly { quarter: string; light: LightColour }[]): number {
  const lightIn = new Map(past.map((light) => [light.quarter, light.light]));
  let run = 0;
  for (let before = quarterBefore(quarter); lightIn.get(before) === 'yellow'; before = quarterBefore(before)) run += 1;
  return run;
}

export function quarterBefore(quarter: string): string {
  const [year = '', part = ''] = quarter.split('Q');
  return part === '1' ? `${Number(year) - 1}Q4` : `${year}Q${Number(part) - 1}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
