// Approves (批准) or rejects (退回) a reform of bureaus: another person, with the document that orders it, and once.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayBecome } from '../region-change/region-change-state.rules';
import { findUnitChange } from './find-unit-change';
import type { UnitChange } from './unit-change.entity';
import { unitChangeRefusals as refusals } from './unit-change-refusals.rules';

interface Decision {
  id: string;
  state: 'approved' | 'rejected';
  documentNumber?: string;
  remark?: string;
}

export function decideUnitChange({ caller, inScope }: Context, decision: Decision): Promise<UnitChange> {
  const { id, state, documentNumber = null, remark = null } = decision;
  const action = state === 'approved' ? 'approveUnitChange' : 'rejectUnitChange';
  return inScope
    .write({ action, target: id, facts: { documentNumber } }, async (rows) => {
      const change = await findUnitChange(rows, id);
      // For whom a hand was laid stands on the row, and the constraint weighs it.
      if (change.proposedBy === caller.personId) throw refusals.unitChangeFourEyes();
      if (!mayBecome(change.state, state)) throw refusals.unitChangeState({ state: change.state });
      const done = await rows.query(
        `update organisation.unit_change set state = $2, approved_by = $3, approved_at = now(), document_number = $4, remark = $5
         where id = $1 and state = 'proposed' returning id`,
        [id, state, caller.personId, documentNumber, remark],
      );
      if (done.length === 0) throw refusals.unitChangeState({ state: (await findUnitChange(rows, id)).state });
      return findUnitChange(rows, id);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'unit_change_four_eyes') throw refusals.unitChangeFourEyes();
      throw error;
    });
}
