// What must hold of payments card by card and stage by stage (一卡通、报账): each sentence with the rows that break it.
import type { Invariant } from './check-ledger';

/** Payments of single lines that were not undone. */
const standing = `select j.line_id, count(distinct j.id) as journals, sum(p.amount) as fen from funds.journal j join funds.posting p on p.journal_id = j.id and p.account = 'paid'
  where j.kind = 'pay' and j.line_id is not null and not exists (select 1 from funds.journal undone where undone.reverses_id = j.id) group by j.line_id`;

export const paymentInvariants: readonly Invariant[] = [
  {
    says: '一卡通明细与所付明细的状态一致 · a card’s line and its payment line stand alike',
    sql: `select c.id::text as broken from funds.card_line c join funds.disbursement_line l on l.id = c.disbursement_line_id
          where case when c.state in ('listed', 'sent') then l.state = 'reserved' when c.state = 'paid' then l.state = 'paid' when c.state = 'stopped' then l.state = 'released' else true end is not true`,
  },
  {
    says: '已到卡的明细恰有一张未冲销的支付凭证 · what reached a card has exactly one payment that stands, of its amount',
    sql: `select c.id::text as broken from funds.card_line c left join (${standing}) s on s.line_id = c.disbursement_line_id
          where c.state = 'paid' and (s.journals is distinct from 1 or s.fen is distinct from c.amount)`,
  },
  {
    says: '未付的明细没有未冲销的支付凭证 · a line that is not paid, such as one that failed, has no payment that stands',
    sql: `select l.id::text as broken from (${standing}) s join funds.disbursement_line l on l.id = s.line_id where l.state <> 'paid' or s.journals > 1`,
  },
  {
    says: '一卡通批次等于各行，付款文件等于送出的各行 · a card batch is the sum of its lines, and its order the sum of those that went out',
    sql: `select b.id::text as broken from funds.card_batch b
          join (select batch_id, sum(amount) as fen, count(*) as lines, coalesce(sum(amount) filter (where state in ('sent', 'paid', 'failed', 'bounced')), 0) as out,
              count(*) filter (where state in ('sent', 'paid', 'failed', 'bounced')) as sent from funds.card_line group by batch_id) l on l.batch_id = b.id
          left join funds.bank_file f on f.batch_id = b.id and f.kind = 'payment'
          where (b.total, b.line_count) <> (l.fen, l.lines) or (coalesce(f.total, 0), coalesce(f.line_count, 0)) <> (l.out, l.sent)`,
  },
  {
    says: '批次的释放额等于已释放各行 · what a batch gave back before it was paid is the sum of its released lines',
    sql: `select d.id::text as broken from funds.disbursement d left join (select disbursement_id, sum(amount) as fen from funds.disbursement_line where state = 'released' group by 1) l on l.disbursement_id = d.id
          where d.state in ('approved', 'ordered', 'paid', 'part-returned', 'returned') and d.released <> coalesce(l.fen, 0)`,
  },
  {
    says: '重发合计不超过已退回 · what is re-issued of a line and stands is never above what came back of it',
    sql: `select l.id::text as broken from funds.disbursement_line l join funds.line_reissue r on r.line_id = l.id
          join funds.disbursement_line n on n.id = r.by_line_id and n.state <> 'released' group by l.id, l.returned having sum(r.amount) > l.returned`,
  },
  {
    says: '报账凭证等于各期申请与支付 · the journals of a contract come to what its stages reserve and were paid',
    sql: `select r.id::text as broken from funds.reimbursement r
          left join (select reimbursement_id, coalesce(sum(amount) filter (where state in ('applied', 'approved', 'ordered')), 0) as waits, coalesce(sum(amount) filter (where state = 'paid'), 0) as paid
            from funds.stage_claim group by 1) c on c.reimbursement_id = r.id
          left join (select j.document, p.lot_id, coalesce(sum(p.amount) filter (where p.account = 'reserved'), 0) as waits, coalesce(sum(p.amount) filter (where p.account = 'paid'), 0) as paid
            from funds.journal j join funds.posting p on p.journal_id = j.id where j.disbursement_id is null and j.kind in ('reserve', 'release', 'pay') group by 1, 2) b
            on b.document = r.number and b.lot_id = r.lot_id
          where (coalesce(c.waits, 0), coalesce(c.paid, 0)) <> (coalesce(b.waits, 0), coalesce(b.paid, 0))`,
  },
  {
    says: '各期申请不超过合同金额，且为约定的期次 · claims stay within their contract, and are of its stages',
    sql: `select r.id::text as broken from funds.reimbursement r join funds.stage_claim c on c.reimbursement_id = r.id and c.state <> 'rejected'
          group by r.id having sum(c.amount) > r.contracted or bool_or(not r.stages @> jsonb_build_array(jsonb_build_object('code', c.stage)))`,
  },
];
