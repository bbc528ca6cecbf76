// Ends a determination (办结认定) without approval: the form of whoever was not identified is erased, a planned exit falls back.
import type { WriteRows } from '#platform/database/in-scope';
import { getHousehold } from '../household/get-household';
import { decideState } from '../household-state/decide-state';
import { Determination } from './determination.entity';

export async function endDetermination(
  rows: WriteRows,
  determination: Determination,
  { status, now, personId }: { status: 'refused' | 'withdrawn'; now: Date; personId: string },
): Promise<void> {
  const { id, householdId, year, at, steps, fallsBackTo } = determination;
  await rows.manager.update(Determination, { id }, { status, endedAt: now, movedAt: now, formSealed: null });
  if (householdId === null || fallsBackTo === null) return;
  const marks = steps.slice(0, at).flatMap(({ sets }) => sets ?? []);
  const household = await getHousehold(rows, householdId);
  if (marks.includes(household.state as never))
    await decideState(rows, household, {
      year,
      state: fallsBackTo,
      documentNumber: null,
      decidedBy: personId,
      determinationId: id,
    });
}
