// Sealed scores (封存得分) of a peer group in a quarter: results of units, and the scores behind the lights in force of regions.
import type { Rows } from '#platform/database/in-scope';
import type { PathRange } from '#platform/vocabulary/region';
import type { PeerGroup, SealedScore } from './airing.rules';

const ofUnits = `select unit_id as "memberId", score, id as "sourceId", inputs_hash as "sourceHash" from assessments.unit_result
  where quarter = $1 and path >= $2 and path < $3`;
/** The light in force: of several that were confirmed for a quarter, the last. */
const ofRegions = `select distinct on (l.region_id) l.region_id as "memberId", s.score, s.id as "sourceId", s.inputs_hash as "sourceHash"
  from assessments.light l join assessments.score s on s.id = l.score_id join assessments.scope r on r.region_id = l.region_id
  where l.quarter = $1 and l.path >= $2 and l.path < $3 and l.status = 'confirmed' and r.kind = any($4::text[])
  order by l.region_id, l.confirmed_at desc`;
const kindsOf: Readonly<Record<Exclude<PeerGroup, 'units'>, readonly string[]>> = {
  'districts-and-zones': ['district', 'zone'],
  towns: ['town'],
};

export function sealedScores(
  rows: Rows,
  quarter: string,
  peerGroup: PeerGroup,
  { lo, hi }: PathRange,
): Promise<SealedScore[]> {
  return peerGroup === 'units'
    ? rows.query(ofUnits, [quarter, lo, hi])
    : rows.query(ofRegions, [quarter, lo, hi, kindsOf[peerGroup]]);
}
