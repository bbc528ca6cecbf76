// What must hold of the book of medical claims (医疗垫付账): each sentence with the rows that break it.
import type { Invariant } from '../ledger/check-ledger';

const SHARES = `select s.settlement_id, s.hospital_id, s.payer_unit_id, sum(s.amount) as amount from funds.settlement_share s
  group by s.settlement_id, s.hospital_id, s.payer_unit_id having sum(s.amount) <> 0`;
const ADVANCED = `select j.settlement_id, p.hospital_id, p.payer_unit_id, -sum(p.amount) as amount from funds.claim_posting p
  join funds.claim_journal j on j.id = p.journal_id where p.account = 'advanced' group by j.settlement_id, p.hospital_id, p.payer_unit_id`;

export const claimInvariants: readonly Invariant[] = [
  {
    says: '医疗垫付账每张凭证对每个支付方合计为零 · every journal of medical claims sums to zero for each payer',
    sql: `select journal_id || ' ' || payer_unit_id as broken from funds.claim_posting group by journal_id, payer_unit_id having sum(amount) <> 0`,
  },
  {
    says: '每笔结算、冲账、补结算的各方负担各记账一次 · the shares of every settlement, strike and supplement are posted, and once',
    sql: `select coalesce(s.settlement_id, a.settlement_id) || ' ' || coalesce(s.payer_unit_id, a.payer_unit_id) as broken
          from (${SHARES}) s full join (${ADVANCED}) a using (settlement_id, hospital_id, payer_unit_id) where coalesce(s.amount, 0) <> coalesce(a.amount, 0)`,
  },
  {
    says: '各医院与支付方的负担合计等于记账的垫付 · per hospital and payer, the sum of shares is the claims posted',
    sql: `select coalesce(s.hospital_id, a.hospital_id) || ' ' || coalesce(s.payer_unit_id, a.payer_unit_id) as broken
          from (select hospital_id, payer_unit_id, sum(amount) as amount from (${SHARES}) each group by hospital_id, payer_unit_id) s
          full join (select hospital_id, payer_unit_id, sum(amount) as amount from (${ADVANCED}) each group by hospital_id, payer_unit_id) a
            using (hospital_id, payer_unit_id) where coalesce(s.amount, 0) <> coalesce(a.amount, 0)`,
  },
  {
    says: '冲账恰好冲回所冲的垫付 · a strike takes back exactly what was advanced',
    sql: `select j.id::text as broken from funds.claim_journal j join funds.claim_posting p on p.journal_id in (j.id, j.reverses_id)
            and p.account in ('advanced', 'unconsented', 'reduced', 'elsewhere')
          where j.kind = 'strike' group by j.id, p.payer_unit_id, p.account having sum(p.amount) <> 0`,
  },
];
