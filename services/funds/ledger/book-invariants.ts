// What must hold of the two linked books (两本账): each sentence with the rows that break it.
import type { Invariant } from './check-ledger';

const net = (alias: string, accounts: string) =>
  `coalesce(sum(${alias}.amount) filter (where ${alias}.account in (${accounts})), 0)`;

export const bookInvariants: readonly Invariant[] = [
  {
    says: '支付在两本账上同额 · what is paid moves both books by as much',
    sql: `select p.journal_id || ' ' || p.lot_id as broken from funds.posting p where p.account in ('paid', 'cash-paid') group by p.journal_id, p.lot_id
          having ${net('p', `'paid'`)} <> ${net('p', `'cash-paid'`)}`,
  },
  {
    says: '资金账结存不超过指标账未支付数 · cash held is covered by authority that is not spent',
    sql: `select b.lot_id::text as broken from funds.balance b group by b.lot_id
          having ${net('b', `'cash-held'`)} > ${net('b', `'available', 'frozen', 'reserved'`)}`,
  },
  {
    says: '一张凭证只在一类资金账内 · a journal stays within one book',
    sql: `select p.journal_id::text as broken from funds.posting p join funds.allotment_line l on l.id = p.lot_id
          group by p.journal_id having count(distinct l.book) > 1`,
  },
  {
    says: '转出的资金等于转入的 · cash passed on by one lot came to another',
    sql: `select p.journal_id::text as broken from funds.posting p where p.account = 'cash-passed' group by p.journal_id having sum(p.amount) <> 0`,
  },
  {
    says: '上级指标行已分解、结转的等于下级各行所得 · what a line passed on is what its parts hold of it',
    sql: `select parent.lot_id::text as broken
          from (select b.lot_id, sum(b.amount) as amount from funds.balance b where b.account in ('decomposed', 'carried') group by b.lot_id) parent
          full join (select l.parent_line_id as lot_id, -sum(b.amount) as amount from funds.allotment_line l
            join funds.balance b on b.lot_id = l.id and b.account in ('issued', 'reclaimed') where l.parent_line_id is not null group by l.parent_line_id) parts using (lot_id)
          where coalesce(parent.amount, 0) <> coalesce(parts.amount, 0)`,
  },
  {
    says: '下级行与上级行同账、同来源，年度不早 · a part is of the book and source of the whole, and of no earlier year',
    sql: `select l.id::text as broken from funds.allotment_line l join funds.allotment a on a.id = l.allotment_id
          join funds.allotment_line up on up.id = l.parent_line_id join funds.allotment whole on whole.id = up.allotment_id
          where l.book <> up.book or a.source_level <> whole.source_level or a.year < whole.year or (a.kind = 'carry-over') <> (a.year > whole.year)`,
  },
  {
    says: '指标调整的凭证与批准的一致 · a change of authority was booked as it was approved',
    sql: `select c.id::text as broken from funds.authority_change c left join funds.journal j on j.id = c.journal_id
          where (c.state = 'approved') <> (j.id is not null) or j.kind <> c.kind
            or j.id is not null and c.amount <> (select max(abs(p.amount)) from funds.posting p where p.journal_id = j.id and p.lot_id = c.lot_id and not funds.is_cash(p.account))`,
  },
  {
    says: '到账与缴回的凭证与登记的一致 · a receipt of cash was booked as it was recorded',
    sql: `select r.id::text as broken from funds.cash_receipt r join funds.journal j on j.id = r.journal_id
          where j.kind <> r.kind or j.value_date <> r.value_date or r.amount <> (select abs(sum(p.amount)) from funds.posting p where p.journal_id = j.id and p.account = 'cash-received')`,
  },
  {
    says: '已结账的月份没有结账之后的记账 · a closed month holds no booking that was made after it was closed',
    sql: `select j.id::text as broken from funds.journal j join funds.period p on p.closed_at < j.booked_at
            and p.month = to_char(j.booked_at at time zone 'Asia/Shanghai', 'YYYY-MM') and starts_with(j.path, p.path)`,
  },
  {
    says: '已结账月份的余额仍与结账时一致 · by day of booking, a closed month still comes to what it was closed with',
    sql: `select period_id || ' ' || book || ' ' || account as broken
          from (select p.id as period_id, s.book, s.account, s.booked from funds.period p
            cross join lateral funds.sums_until(p.path, left(p.path, -1) || '0', ((p.month || '-01')::date + interval '1 month')::date) s where p.closed_at is not null) now
          full join (select k.period_id, k.book, k.account, k.booked from funds.period_sum k join funds.period c on c.id = k.period_id and c.closed_at is not null) kept
            using (period_id, book, account)
          where coalesce(now.booked, 0) <> coalesce(kept.booked, 0)`,
  },
  {
    says: '对账单自身相平 · a statement adds up: opening and its lines make its closing',
    sql: `select s.id::text as broken from funds.statement s left join (select statement_id, sum(case direction when 'in' then amount else -amount end) as amount
            from funds.statement_line group by statement_id) l on l.statement_id = s.id
          where s.opening + coalesce(l.amount, 0) <> s.closing`,
  },
  {
    says: '对账单每行恰有一项结果 · each line of a statement came to one outcome',
    sql: `select l.id::text as broken from funds.statement_line l left join funds.reconciliation_item i on i.line_id = l.id
          group by l.id having count(i.id) <> 1`,
  },
  {
    says: '一张凭证只在一张对账单上相符 · a journal is found on one statement only',
    sql: `select i.journal_id::text as broken from funds.reconciliation_item i join funds.statement s on s.id = i.statement_id and s.outcome is distinct from 'withdrawn'
          where i.outcome = 'matched' group by i.journal_id having count(*) > 1`,
  },
  {
    says: '确认的对账没有未说明的差异，且由另一人确认 · a confirmed reconciliation has no difference unexplained, and two hands',
    sql: `select s.id::text as broken from funds.statement s where s.outcome = 'confirmed' and (s.decided_by = s.submitted_by
            or exists (select 1 from funds.reconciliation_item i where i.statement_id = s.id and i.outcome <> 'matched' and i.explanation is null))`,
  },
  {
    says: '另有渠道的用途未使用财政专项 · what has its own channel was not paid from special funds',
    sql: `select a.id::text as broken from funds.allotment a join funds.pack p on p.kind = 'fund-use' and p.approved_at is not null and p.withdrawn_at is null
            and starts_with(a.path, p.path) and p.effective_from <= a.issued_on and (p.in_force_to is null or p.in_force_to > a.issued_on)
          where a.book = 'special' and exists (select 1 from jsonb_array_elements(p.content -> 'ownChannels') c where c ->> 'purpose' = a.purpose)`,
  },
];
