// Undoes a split or a merge (撤销分户、并户): another person gives back relations, memberships and the state that stood before.
import type { WriteRows } from '#platform/database/in-scope';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { holdHousehold, recordChanges } from '../change/record-changes';
import { checkText } from '../household/codes.rules';
import { getHousehold } from '../household/get-household';
import { checkReason } from '../member/member.rules';
import { registerRefusals } from '../register-refusals.rules';
import type { HouseholdsContext } from '../tools';
import { DECIDED } from './keep-regrouping';
import { moveBack } from './move-members';
import { Regrouping } from './regrouping.entity';
import { checkUndo, type Standing } from './regrouping.rules';

export function undoRegrouping(
  { inScope, caller }: HouseholdsContext,
  id: string,
  reason: string,
  documentNumber: string,
): Promise<string> {
  return inScope.write({ action: 'undoRegrouping', target: id }, async (rows) => {
    const found = await getRegrouping(rows, id);
    const [from, into] = [await getHousehold(rows, found.householdId), await getHousehold(rows, found.intoId)];
    await holdHousehold(rows, from.id, into.id);
    const { kind, undoneAt, moved, happenedOn } = await getRegrouping(rows, id);
    const standing = await rows.query<Standing>(
      'select m.id as "memberId", m.household_id as "householdId", m.relation from households.member m where m.id = any($1::uuid[])',
      [moved.map(({ memberId }) => memberId)],
    );
    checkUndo(
      kind,
      undoneAt,
      into.id,
      standing,
      await othersIn(
        rows,
        into.id,
        moved.map(({ memberId }) => memberId),
      ),
    );
    const ground = {
      validFrom: happenedOn,
      reason: checkReason(reason),
      documentNumber: checkText(documentNumber, 'documentNumber', 4, 100),
    };
    await close(rows, id, caller.personId, ground.reason, ground.documentNumber);
    const change = { deed: 'undo' as const, ground, changedBy: caller.personId };
    await moveBack(rows, from, moved, happenedOn, change);
    if (kind === 'merge')
      await recordChanges(rows, { ...change, household: from, memberId: null }, [{ field: 'mergedInto', value: null }]);
    const [gone, state, year] =
      kind === 'merge' ? [from, found.stateBefore, found.stateYear] : [into, 'removed', into.stateYear];
    const decided = [gone.id, gone.regionId, gone.path, year, state, ground.documentNumber, caller.personId];
    await rows.query(DECIDED, decided);
    return id;
  });
}

async function getRegrouping(rows: WriteRows, id: string): Promise<Regrouping> {
  const [found] = isId(id) ? await rows.select(Regrouping, 'where t.id = $1', [id]) : [];
  if (!found) throw commonRefusals.notFound({ what: '分户并户记录 regrouping' });
  return found;
}

async function othersIn({ query }: WriteRows, householdId: string, moved: readonly string[]): Promise<number> {
  const [row] = await query<{ others: number }>(
    `select count(*)::int as others from households.member m
     where m.household_id = $1 and m.left_on is null and not m.id = any($2::uuid[])`,
    [householdId, moved],
  );
  return row?.others ?? 0;
}

async function close({ query }: WriteRows, id: string, by: string | null, reason: string, document: string) {
  await query(
    'update households.regrouping set undone_by = $2, undone_at = clock_timestamp(), undo_reason = $3, undo_document = $4 where id = $1',
    [id, by, reason, document],
  ).catch((error: unknown) => {
    if (brokenConstraint(error) === 'regrouping_four_eyes') throw registerRefusals.regroupingFourEyes();
    throw error;
  });
}
