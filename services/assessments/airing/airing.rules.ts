// An airing (晾晒): the sealed scores of a peer group in a quarter, ranked, with the change of rank against the quarter before.
import { contentHash } from '#platform/vocabulary/canonical';

export const peerGroups = ['units', 'districts-and-zones', 'towns'] as const;
export type PeerGroup = (typeof peerGroups)[number];

/** A score as it was sealed: of a unit its result, of a region the score behind its confirmed light. */
export interface SealedScore {
  memberId: string;
  /** two decimals; null when nothing could be scored */
  score: string | null;
  sourceId: string;
  sourceHash: string;
}

export interface AiredMember extends SealedScore {
  /** 1 is the best, equal scores share a rank; null when not scored */
  rank: number | null;
  /** rank in the quarter before; null where there was none */
  formerRank: number | null;
}

/** The best first, equal scores in the order of their ids, those without a score last; the same whatever order the scores came in. */
export function tableOf(now: readonly SealedScore[], before: readonly SealedScore[]): AiredMember[] {
  const former = ranksOf(before);
  const ranks = ranksOf(now);
  const rankOf = (memberId: string, of: ReadonlyMap<string, number>) => of.get(memberId) ?? null;
  const last = now.length + 1;
  return now
    .map((each) => ({ ...each, rank: rankOf(each.memberId, ranks), formerRank: rankOf(each.memberId, former) }))
    .sort((a, b) => (a.rank ?? last) - (b.rank ?? last) || (a.memberId < b.memberId ? -1 : 1));
}

/** Places gained (positive) or lost since the quarter before; null where either has no rank. */
export function changeOfRank({ rank, formerRank }: Pick<AiredMember, 'rank' | 'formerRank'>): number | null {
  return rank === null || formerRank === null ? null : formerRank - rank;
}

export function airingHash(
  quarter: string,
  peerGroup: PeerGroup,
  title: string,
  table: readonly AiredMember[],
): string {
  const rows = table.map(({ memberId, score, rank, formerRank, sourceId, sourceHash }) => ({
    memberId,
    score,
    rank,
    formerRank,
    sourceId,
    sourceHash,
  }));
  return contentHash({ quarter, peerGroup, title, rows });
}

const namesOfGroups: Readonly<Record<PeerGroup, string>> = {
  units: '成员单位',
  'districts-and-zones': '区和功能区',
  towns: '镇街',
};

export function titleOf(quarter: string, peerGroup: PeerGroup): string {
  const [year, part] = quarter.split('Q');
  return `${year} 年第 ${part} 季度${namesOfGroups[peerGroup]}脱贫攻坚晾晒表`;
}

function ranksOf(scores: readonly SealedScore[]): Map<string, number> {
  const scored = scores.flatMap(({ memberId, score }) => (score === null ? [] : [{ memberId, points: points(score) }]));
  return new Map(
    scored.map((each) => [each.memberId, 1 + scored.filter((other) => other.points > each.points).length]),
  );
}

/** '87.50' -> 8750: at most three digits before the point, so a safe integer. */
function points(score: string): number {
  return Number(score.replace('.', ''));
}
