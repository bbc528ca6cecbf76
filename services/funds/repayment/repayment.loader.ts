// Repayment agreements by stay and by id, and what was paid on them, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Repayment, RepaymentAgreement } from './repayment-agreement.entity';

export const agreementById = defineLoader<RepaymentAgreement | null>(
  'repayment agreement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(RepaymentAgreement, { id: Any([...ids]) }), ({ id }) => id),
);

export const agreementOfSettlement = defineLoader<RepaymentAgreement | null>(
  'repayment agreement of a settlement',
  () => null,
  async (rows, ids) =>
    mapBy(
      await rows.manager.findBy(RepaymentAgreement, { settlementId: Any([...ids]) }),
      ({ settlementId }) => settlementId,
    ),
);

export const repaymentsOf = defineLoader<Repayment[]>(
  'what was paid on a repayment agreement',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(Repayment, {
      where: { agreementId: Any([...ids]) },
      order: { paidOn: 'ASC', id: 'ASC' },
    });
    return groupBy(found, ({ agreementId }) => agreementId);
  },
);
