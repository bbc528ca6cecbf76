// Drafts an airing (拟定晾晒) from the scores that were sealed for the quarter and the one before.
import type { Rows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { PathRange } from '#platform/vocabulary/region';
import { quarterBefore } from '../light/light.rules';
import { refusals } from '../refusals';
import { Airing, type AiringGroup } from './airing.entity';
import { type AiredMember, airingHash, tableOf, titleOf } from './airing.rules';
import { AiringEntry } from './airing-entry.entity';
import { sealedScores } from './sealed-scores.query';

export async function draftAiring({ caller, inScope }: Context, quarter: string, group: AiringGroup): Promise<Airing> {
  parseQuarter(quarter);
  const { regionId, personId } = caller;
  const range = await inScope.range();
  if (regionId === null || personId === null) throw commonRefusals.outOfScope();
  return inScope.write({ action: 'draftAiring', target: null, facts: { quarter, group } }, async (rows) => {
    const table = await drawTable(rows, quarter, group, range);
    if (table.length === 0) throw refusals.nothingSealed({ quarter });
    const title = titleOf(quarter, group);
    const [inForce] = await rows.query<{ id: string }>(
      `select a.id from assessments.airing a where a.quarter = $1 and a.peer_group = $2 and a.region_id = $3 and a.sealed_at is not null
       order by a.sealed_at desc limit 1`,
      [quarter, group, regionId],
    );
    const airing = Object.assign(new Airing(), {
      id: newId(),
      quarter,
      peerGroup: group,
      regionId,
      path: range.lo,
      title,
      contentHash: airingHash(quarter, group, title, table),
      supersedes: inForce?.id ?? null,
      draftedBy: personId,
      draftedAt: await rows.now(),
      sealedBy: null,
      sealedAt: null,
      shownBy: null,
      shownAt: null,
    });
    rows.deed.target = airing.id;
    await rows.manager.insert(Airing, airing);
    await rows.manager.insert(
      AiringEntry,
      table.map((row, at) => entryOf(airing, row, at + 1)),
    );
    return airing;
  });
}

/** Drawn anew when it is sealed: a score that was corrected in between is not sealed unseen. */
export async function drawTable(
  rows: Rows,
  quarter: string,
  group: AiringGroup,
  range: PathRange,
): Promise<AiredMember[]> {
  const now = await sealedScores(rows, quarter, group, range);
  return tableOf(now, await sealedScores(rows, quarterBefore(quarter), group, range));
}

function entryOf({ id, peerGroup }: Airing, row: AiredMember, place: number): AiringEntry {
  const { memberId, score, rank, formerRank, sourceId, sourceHash } = row;
  const ofUnit = peerGroup === 'units';
  const member = { unitId: ofUnit ? memberId : null, regionId: ofUnit ? null : memberId };
  return { id: newId(), airingId: id, place, ...member, score, rank, formerRank, sourceId, sourceHash };
}
