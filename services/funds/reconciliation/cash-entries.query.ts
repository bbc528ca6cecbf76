// What the book of cash has for an account (资金账各笔): each journal with the id that bank and treasury know it by, until it was found on a statement.

/**
 * $1 book, $2 way of payment, $3 and $4 the account's range, $5 the first day of the month, $6 the day after its last, $7 the account. From the first
 * month that has a statement on, so that what was booked late, or was still missing, is looked for again.
 */
export const CASH_ENTRIES = `
select j.id, coalesce(r.voucher, d.number, j.document) as reference, j.value_date as day,
  case when sum(p.amount) > 0 then 'in' else 'out' end as direction, abs(sum(p.amount))::bigint as amount
from funds.journal j join funds.posting p on p.journal_id = j.id and p.account = 'cash-held'
join funds.allotment_line line on line.id = p.lot_id join funds.allotment a on a.id = line.allotment_id
left join funds.cash_receipt r on r.journal_id = j.id left join funds.disbursement d on d.id = j.disbursement_id
where a.book = $1 and a.payment = $2 and a.path >= $3 collate "C" and a.path < $4 collate "C" and j.value_date < $6::date
  and j.value_date >= least($5::date, (select min((s.month || '-01')::date) from funds.statement s where s.account_id = $7 and s.outcome is distinct from 'withdrawn'))
  and not exists (select 1 from funds.reconciliation_item i join funds.statement s on s.id = i.statement_id
    where i.journal_id = j.id and i.outcome = 'matched' and s.outcome is distinct from 'withdrawn')
group by j.id, r.voucher, d.number having sum(p.amount) <> 0
order by j.value_date, j.id`;
