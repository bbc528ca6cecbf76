// Approves (批准) or rejects (退回) a re-organisation: another person, with the document that orders it, and once.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { refusals } from '../refusals';
import { findRegionChange } from './find-region-change';
import type { RegionChange } from './region-change.entity';
import { mayBecome } from './region-change-state.rules';

interface Decision {
  id: string;
  state: 'approved' | 'rejected';
  documentNumber?: string;
  remark?: string;
}

export function decideRegionChange({ caller, inScope }: Context, decision: Decision): Promise<RegionChange> {
  const { id, state, documentNumber = null, remark = null } = decision;
  const action = state === 'approved' ? 'approveRegionChange' : 'rejectRegionChange';
  return inScope
    .write({ action, target: id, facts: { documentNumber } }, async (rows) => {
      const change = await findRegionChange(rows, id);
      if (change.proposedBy === caller.personId) throw refusals.regionChangeFourEyes();
      if (!mayBecome(change.state, state)) throw refusals.regionChangeState({ state: change.state });
      const done = await rows.query(
        `update organisation.region_change set state = $2, approved_by = $3, approved_at = now(), document_number = $4, remark = $5
         where id = $1 and state = 'proposed' returning id`,
        [id, state, caller.personId, documentNumber, remark],
      );
      if (done.length === 0) throw refusals.regionChangeState({ state: (await findRegionChange(rows, id)).state });
      return findRegionChange(rows, id);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'region_change_four_eyes') throw refusals.regionChangeFourEyes();
      throw error;
    });
}
