// Repayment agreements by stay and by id, and what was paid on them, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Repayment, RepaymentAgreement } from './repayment-agreement.entity';
import { RepaymentReminder } from './repayment-reminder.entity';

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

/** What was agreed, and no more than the patient bears of the settlement as it stands: nothing of one that was struck. */
export const owedOf = defineLoader<bigint>(
  'what a repayment agreement still stands for',
  () => 0n,
  async (rows, ids) => {
    const found = await rows.query<{ id: string; owed: string }>(
      'select t.id, funds.repayment_owed(t.settlement_id, t.amount)::text as owed from funds.repayment_agreement t where t.id = any($1::uuid[])',
      [ids],
    );
    return new Map(found.map(({ id, owed }) => [id, BigInt(owed ?? 0)]));
  },
);

export const remindersOf = defineLoader<RepaymentReminder[]>(
  'reminders of a repayment agreement',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.agreement_id = any($1::uuid[]) order by t.reminded_on desc, t.id desc';
    return groupBy(await rows.select(RepaymentReminder, tail, [ids]), ({ agreementId }) => agreementId);
  },
);

/** By one stay of the patient: what this hospital agreed on with the same person and is not paid yet. */
export const agreementsOfMember = defineLoader<RepaymentAgreement[]>(
  'open repayment agreements of a patient',
  () => [],
  async (rows, ids) => {
    const pairs = await rows.query<{ here: string; id: string }>(
      `select here.id as here, t.id from funds.stay here join funds.stay s on s.member_id = here.member_id
       join funds.repayment_agreement t on t.stay_id = s.id
       where here.id = any($1::uuid[]) and funds.repayment_owed(t.settlement_id, t.amount) > (select coalesce(sum(r.amount), 0) from funds.repayment r where r.agreement_id = t.id) order by t.id`,
      [ids],
    );
    const found = await rows.select(RepaymentAgreement, 'where t.id = any($1::uuid[])', [pairs.map(({ id }) => id)]);
    const byId = mapBy(found, ({ id }) => id);
    return new Map(
      [...groupBy(pairs, ({ here }) => here)].map(([here, own]) => [here, own.flatMap(({ id }) => byId.get(id) ?? [])]),
    );
  },
);
