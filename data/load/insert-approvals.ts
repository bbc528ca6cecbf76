// The approvals of loaded batches (审批): one step of the city's office each, by its director.
import type { Client } from 'pg';
import { idOf } from '../generate/ids';
import { type FundsHands, SEED } from './funds-hands';
import { insertRows } from './insert-rows';

export interface ApprovedBatch {
  id: string;
  regionId: string;
  path: string;
  approvedOn: string;
}

export async function insertApprovals(
  client: Client,
  batches: readonly ApprovedBatch[],
  hands: FundsHands,
): Promise<void> {
  await insertRows(
    client,
    'funds.disbursement_approval',
    {
      ...{ id: 'uuid', disbursement_id: 'uuid', step: 'text', post: 'text', person_id: 'uuid', applied_by: 'uuid' },
      ...{ approved_on: 'date', region_id: 'uuid', path: 'text' },
    },
    batches,
    ({ id, regionId, path, approvedOn }) => [
      ...[idOf(SEED, 'disbursement-approval', id), id, 'office', 'office-director', hands.approver],
      ...[hands.applicantOf(regionId), approvedOn, regionId, path],
    ],
  );
}
