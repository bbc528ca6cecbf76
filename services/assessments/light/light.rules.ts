// Lights (黄红亮灯): the scores of a peer group in a quarter, and the lights before, give each region a light with its evidence.
import { contentHash, packHash } from '#platform/vocabulary/canonical';
import type { BilingualText } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { LightPack, LightTrigger } from './light-pack.rules';

/** Unlit (未评) is a region that could not be scored: neither praised nor blamed. */
export const lightColours = ['green', 'yellow', 'red', 'unlit'] as const;
export type LightColour = (typeof lightColours)[number];

export interface PeerScore {
  regionCode: string;
  /** two decimals; null when nothing could be scored */
  score: string | null;
}

export interface PastLight {
  regionCode: string;
  /** '2018Q1' */
  quarter: string;
  light: LightColour;
}

export interface TriggerEvidence extends BilingualText {
  trigger: string;
  light: 'yellow' | 'red';
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
  const scores = ranked.map(({ regionCode, score }) => ({ regionCode, score }));
  const hashOfPack = packHash(pack);
  return ranked.map((peer) => {
    const past = previousLights
      .filter((light) => light.regionCode === peer.regionCode && light.quarter < quarter)
      .map(({ quarter, light }) => ({ quarter, light }))
      .sort((a, b) => compare(b.quarter, a.quarter));
    const triggers = triggersOf(peer, peers, runOfYellows(quarter, past), pack);
    return {
      regionCode: peer.regionCode,
      quarter,
      score: peer.score,
      rank: peer.rank,
      peers,
      light: peer.rank === null ? 'unlit' : worstOf(triggers),
      triggers,
      packHash: hashOfPack,
      inputsHash: contentHash({ packHash: hashOfPack, quarter, regionCode: peer.regionCode, scores, past }),
    };
  });
}

function rankPeers(peerGroup: readonly PeerScore[]): Ranked[] {
  const seen = new Set<string>();
  for (const { regionCode, score } of peerGroup) {
    if (seen.has(regionCode)) throw refusals.peerRepeated({ regionCode });
    if (score !== null && !/^\d{1,3}\.\d{2}$/.test(score)) throw refusals.peerScoreInvalid({ regionCode, score });
    seen.add(regionCode);
  }
  const best = peerGroup
    .flatMap(({ regionCode, score }) => (score === null ? [] : [{ regionCode, points: hundredths(score) }]))
    .sort((a, b) => b.points - a.points || compare(a.regionCode, b.regionCode));
  const rankOf = new Map(best.map(({ regionCode }, at) => [regionCode, at + 1]));
  return [...peerGroup]
    .sort((a, b) => compare(a.regionCode, b.regionCode))
    .map(({ regionCode, score }) => ({ regionCode, score, rank: rankOf.get(regionCode) ?? null }));
}

function triggersOf(peer: Ranked, peers: number, yellowsBefore: number, pack: LightPack): TriggerEvidence[] {
  if (peer.rank === null || peer.score === null) return [];
  const { rank, score } = peer;
  const direct = pack.triggers.flatMap((trigger): TriggerEvidence[] => {
    if (trigger.kind === 'last-of-peers' && peers >= trigger.minPeers && rank > peers - trigger.n) {
      return [
        evidence(
          trigger,
          `第 ${rank} 名，共 ${peers} 个，在后 ${trigger.n} 名`,
          `rank ${rank} of ${peers}, in the last ${trigger.n}`,
        ),
      ];
    }
    if (trigger.kind === 'score-below' && hundredths(score) < hundredths(trigger.below)) {
      return [evidence(trigger, `得分 ${score}，低于 ${trigger.below}`, `score ${score}, below ${trigger.below}`)];
    }
    return [];
  });
  // Only a yellow of this quarter lengthens the run: one that is red already needs no other reason.
  if (worstOf(direct) !== 'yellow') return direct;
  const run = yellowsBefore + 1;
  const running = pack.triggers
    .filter((trigger) => trigger.kind === 'consecutive-yellows')
    .filter((trigger) => run >= trigger.times)
    .map((trigger) =>
      evidence(
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

function evidence(trigger: LightTrigger, zh: string, en: string): TriggerEvidence {
  return {
    trigger: trigger.trigger,
    light: trigger.light,
    source: trigger.source,
    zh: `${trigger.clause.zh}：${zh}`,
    en: `${trigger.clause.en}: ${en}`,
  };
}

function worstOf(triggers: readonly TriggerEvidence[]): 'green' | 'yellow' | 'red' {
  if (triggers.some((trigger) => trigger.light === 'red')) return 'red';
  return triggers.length > 0 ? 'yellow' : 'green';
}

/** '87.5' -> 8750: at most three digits before the point, so a safe integer. */
function hundredths(score: string): number {
  const [whole = '0', places = ''] = score.split('.');
  return Number(whole) * 100 + Number(places.padEnd(2, '0'));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
