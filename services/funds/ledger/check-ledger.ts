// Checks the books themselves: each sentence below must hold of every row, and each one broken is told with its lot, batch or village.
import { claimInvariants } from '../clearing/claim-invariants';
import { bookInvariants } from './book-invariants';
import { paymentInvariants } from './payment-invariants';

export interface Invariant {
  says: string;
  /** one text column `broken`; the rows that break it */
  sql: string;
}

/** Lines of households, and claims of stages under the states of their own. */
const eachPayment = `select region_id, lot_id, amount, returned, state, paid_on from funds.disbursement_line
  union all select region_id, lot_id, amount, 0, case when state in ('applied', 'approved', 'ordered') then 'stage-reserved' else 'stage-' || state end, paid_on from funds.stage_claim`;

const invariants: readonly Invariant[] = [
  {
    says: '每张凭证在每个批次、每本账内合计为零 · every journal sums to zero within each lot and book',
    sql: `select journal_id || ' ' || lot_id as broken from funds.posting group by journal_id, lot_id, funds.is_cash(account) having sum(amount) <> 0`,
  },
  {
    says: '每张凭证都有分录 · every journal has postings',
    sql: `select id::text as broken from funds.journal j where not exists (select 1 from funds.posting p where p.journal_id = j.id)`,
  },
  {
    says: '余额等于分录合计 · every balance is the sum of its postings',
    sql: `select coalesce(b.lot_id, p.lot_id) || ' ' || coalesce(b.account, p.account) as broken
          from funds.balance b full join (select lot_id, account, sum(amount) as amount from funds.posting group by lot_id, account) p
            on p.lot_id = b.lot_id and p.account = b.account
          where coalesce(b.amount, 0) <> coalesce(p.amount, 0)`,
  },
  {
    says: '已下达批次的来源等于行金额加追加减调减 · the source of an issued lot is the amount of its line, more what was added, less what was cut',
    sql: `select line.id::text as broken from funds.allotment_line line join funds.allotment a on a.id = line.allotment_id
          left join funds.balance b on b.lot_id = line.id and b.account = 'issued'
          left join (select p.lot_id, sum(p.amount) as amount from funds.posting p join funds.journal j on j.id = p.journal_id
            where p.account = 'issued' and (j.kind in ('add', 'cut') or j.reverses_kind in ('add', 'cut')) group by p.lot_id) c on c.lot_id = line.id
          where coalesce(b.amount, 0) <> case a.state when 'issued' then coalesce(c.amount, 0) - line.amount else 0 end`,
  },
  {
    says: '批次金额等于各行合计 · a batch is the sum of its lines',
    sql: `select d.id::text as broken from funds.disbursement d
          left join (select disbursement_id, sum(amount) as amount, sum(returned) as returned, count(*) as lines
            from funds.disbursement_line group by disbursement_id) l on l.disbursement_id = d.id
          where d.total is distinct from l.amount or d.returned is distinct from l.returned or d.line_count is distinct from l.lines`,
  },
  {
    says: '已支付科目等于各户已支付减退回加已支付的报账 · what a lot paid is what its lines were paid, less what came back, and the stages paid',
    sql: `select coalesce(b.lot_id, l.lot_id)::text as broken
          from (select lot_id, amount from funds.balance where account = 'paid') b
          full join (select lot_id, sum(amount) as amount from (select lot_id, amount - returned as amount from funds.disbursement_line where state = 'paid'
            union all select lot_id, amount from funds.stage_claim where state = 'paid'
            -- what a charity fund pays to no household
            union all select lot_id, amount from funds.charity_payment where state = 'paid') each group by lot_id) l using (lot_id)
          where coalesce(b.amount, 0) <> coalesce(l.amount, 0)`,
  },
  {
    says: '冻结科目等于待支付各行与报账 · what a lot reserves is what its lines and claims wait for',
    sql: `select coalesce(b.lot_id, l.lot_id)::text as broken
          from (select lot_id, amount from funds.balance where account = 'reserved') b
          full join (select lot_id, sum(amount) as amount from (select lot_id, amount from funds.disbursement_line where state = 'reserved'
            union all select lot_id, amount from funds.stage_claim where state in ('applied', 'approved', 'ordered')) each group by lot_id) l using (lot_id)
          where coalesce(b.amount, 0) <> coalesce(l.amount, 0)`,
  },
  {
    says: '各行状态与批次一致 · a line stands where its batch stands',
    sql: `select l.id::text as broken from funds.disbursement_line l join funds.disbursement d on d.id = l.disbursement_id
          where not case when d.state = 'applied' then l.state = 'reserved' when d.state = 'approved' then true when d.state = 'ordered' then l.state in ('reserved', 'released')
            when d.state in ('rejected', 'withdrawn') then l.state = 'released' else l.state in ('paid', 'released') end`,
  },
  {
    says: '各行退回等于未冲销的退回 · what a line got back is the sum of its returns that stand',
    sql: `select l.id::text as broken from funds.disbursement_line l
          left join (select r.line_id, sum(r.amount) as amount from funds.payment_return r
            where not exists (select 1 from funds.journal j where j.reverses_id = r.journal_id) group by r.line_id) r on r.line_id = l.id
          where l.returned <> coalesce(r.amount, 0)`,
  },
  {
    says: '村合计等于各行与各期报账 · the sums of a village are the sums of its lines and stages',
    sql: `select coalesce(s.region_id, l.region_id) || ' ' || coalesce(s.year, l.year) || ' ' || coalesce(s.book, l.book) as broken from funds.village_funds s
          full join (select each.region_id, lot.year, lot.book, coalesce(sum(each.amount) filter (where each.state = 'reserved'), 0) as reserved,
              coalesce(sum(each.amount) filter (where each.state = 'paid'), 0) as paid, coalesce(sum(each.returned), 0) as returned, count(*) filter (where each.state = 'paid') as lines,
              coalesce(sum(each.amount) filter (where each.state = 'stage-reserved'), 0) as stages_reserved, coalesce(sum(each.amount) filter (where each.state = 'stage-paid'), 0) as stages_paid
            from (${eachPayment}) each join funds.allotment_line lot on lot.id = each.lot_id group by each.region_id, lot.year, lot.book) l using (region_id, year, book)
          where (coalesce(s.reserved, 0), coalesce(s.paid, 0), coalesce(s.returned, 0), coalesce(s.lines, 0), coalesce(s.stages_reserved, 0), coalesce(s.stages_paid, 0))
             <> (coalesce(l.reserved, 0), coalesce(l.paid, 0), coalesce(l.returned, 0), coalesce(l.lines, 0), coalesce(l.stages_reserved, 0), coalesce(l.stages_paid, 0))`,
  },
  {
    says: '村按月合计等于当月支付 · what a village was paid in a month is the sum of what was paid on its days',
    sql: `select coalesce(s.region_id, l.region_id) || ' ' || coalesce(s.month, l.month) || ' ' || coalesce(s.book, l.book) as broken from funds.village_payments s
          full join (select each.region_id, to_char(each.paid_on, 'YYYY-MM') as month, lot.book, sum(each.amount) filter (where each.state = 'paid') as paid,
              sum(each.returned) as returned, count(*) filter (where each.state = 'paid') as lines, sum(each.amount) filter (where each.state = 'stage-paid') as stages_paid
            from (${eachPayment}) each join funds.allotment_line lot on lot.id = each.lot_id where each.paid_on is not null group by 1, 2, 3) l using (region_id, month, book)
          where (coalesce(s.paid, 0), coalesce(s.returned, 0), coalesce(s.lines, 0), coalesce(s.stages_paid, 0))
             <> (coalesce(l.paid, 0), coalesce(l.returned, 0), coalesce(l.lines, 0), coalesce(l.stages_paid, 0))`,
  },
  {
    says: '申请、审批、支付为不同的人 · whoever applied, approved and paid are three people',
    sql: `select id::text as broken from funds.disbursement where approved_by = applied_by or paid_by in (applied_by, approved_by)`,
  },
  {
    says: '结算各层与个人负担合计等于总费用 · the layers and the patient make the bill',
    sql: `select s.id::text as broken from funds.settlement s
          left join (select settlement_id, sum(amount) as amount from funds.settlement_share group by settlement_id) p on p.settlement_id = s.id
          where s.bill <> s.patient_pays + coalesce(p.amount, 0)`,
  },
  ...bookInvariants,
  ...paymentInvariants,
  ...claimInvariants,
];

export const countInvariants = invariants.length;

export interface BrokenInvariant {
  says: string;
  /** the first ten that break it */
  rows: string[];
}

/** A connection that sees every row, such as the owner's. */
export interface Books {
  query<T extends object>(sql: string): Promise<{ rows: T[] }>;
}

export async function checkLedger(books: Books): Promise<BrokenInvariant[]> {
  const broken: BrokenInvariant[] = [];
  for (const { says, sql } of invariants) {
    const { rows } = await books.query<{ broken: string }>(`${sql} limit 10`);
    if (rows.length > 0) broken.push({ says, rows: rows.map((row) => row.broken) });
  }
  return broken;
}
