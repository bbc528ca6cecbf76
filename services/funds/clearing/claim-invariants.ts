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
  {
    says: '清算单申报金额与扣款等于各行合计 · a claim is the sum of its lines, and so is what was deducted',
    sql: `select c.id::text as broken from funds.clearing c left join (select clearing_id, count(*) as lines, sum(amount) as amount, sum(deducted) as deducted
            from funds.clearing_line group by clearing_id) l on l.clearing_id = c.id
          where (c.line_count, c.claimed, c.deducted) <> (coalesce(l.lines, 0), coalesce(l.amount, 0), coalesce(l.deducted, 0))`,
  },
  {
    says: '清算各行的金额与记账的应付一致 · a line of a claim is what its journal posted as owed',
    sql: `select l.clearing_id || ' ' || l.ordinal as broken from funds.clearing_line l left join funds.claim_posting p
            on p.journal_id = l.journal_id and p.payer_unit_id = l.payer_unit_id and p.account = 'owed' where l.amount is distinct from p.amount`,
  },
  {
    says: '扣款记账等于未恢复的扣款 · what was posted as deducted is what was deducted and not restored',
    sql: `select coalesce(d.clearing_id, p.clearing_id)::text as broken
          from (select clearing_id, sum(amount - coalesce(restored, 0)) as amount from funds.clearing_deduction group by clearing_id) d
          full join (select j.clearing_id, sum(p.amount) as amount from funds.claim_posting p join funds.claim_journal j on j.id = p.journal_id
            where p.account = 'deducted' and j.clearing_id is not null group by j.clearing_id) p using (clearing_id)
          where coalesce(d.amount, 0) <> coalesce(p.amount, 0)`,
  },
  {
    says: '已拨付、留存与冲抵的记账与清算单一致，未拨付的没有付款记账 · paid, held and set off are posted as the clearing says, and only when it is paid',
    sql: `select c.id::text as broken from funds.clearing c left join (select j.clearing_id, sum(p.amount) filter (where p.account = 'paid') as paid,
              sum(p.amount) filter (where p.account = 'deposit') as deposit, sum(p.amount) filter (where p.account = 'prepaid') as prepaid
            from funds.claim_posting p join funds.claim_journal j on j.id = p.journal_id where j.kind = 'pay' group by j.clearing_id) p on p.clearing_id = c.id
          where (coalesce(p.paid, 0), coalesce(p.deposit, 0), coalesce(p.prepaid, 0))
            <> (case c.state when 'paid' then c.payable else 0 end, case c.state when 'paid' then c.deposit else 0 end, case c.state when 'paid' then c.set_off else 0 end)`,
  },
  {
    says: '付款的经办、复核、支付为不同的人，扣款与异议处理亦然 · maker, checker and payer are three people, and who decides did not deduct',
    sql: `select id::text as broken from funds.clearing where reviewed_by = claimed_by or checked_by = made_by or paid_by in (made_by, checked_by)
          union all select id::text from funds.clearing_deduction where decided_by = deducted_by`,
  },
];
