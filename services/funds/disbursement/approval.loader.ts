// Approvals, payment orders and descriptions of disbursements, batched.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { DisbursementApproval } from './disbursement-approval.entity';
import { PaymentOrder } from './payment-order.entity';

export const approvalsOfDisbursement = defineLoader<DisbursementApproval[]>(
  'approvals of disbursement',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(DisbursementApproval, 'where t.disbursement_id = any ($1::uuid[]) order by t.id', [ids]),
      ({ disbursementId }) => disbursementId,
    ),
);

export const useOfDisbursement = defineLoader<string | null>(
  'use of disbursement',
  () => null,
  async (rows, ids) => {
    const found = await rows.query<{ id: string; use: string }>(
      'select disbursement_id as id, use from funds.disbursement_use where disbursement_id = any ($1::uuid[])',
      [ids],
    );
    return new Map(found.map(({ id, use }) => [id, use]));
  },
);

export const ordersOfDisbursement = defineLoader<PaymentOrder[]>(
  'payment orders of disbursement',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(PaymentOrder, 'where t.disbursement_id = any ($1::uuid[]) order by t.id', [ids]),
      ({ disbursementId }) => disbursementId ?? '',
    ),
);
