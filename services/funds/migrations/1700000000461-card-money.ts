// The money of single payment lines (逐户支付): each line its own journal, posted together; a batch is complete when its last line has ended.
import { migration } from '#platform/database/migration';
import { definer, redefined } from '#platform/database/protect';

/** What pays, or undoes it, moves cash by as much. */
const LEGS = `(select * from (values (p_from, -1), (p_to, 1), ('cash-held', case p_to when 'paid' then -1 else 1 end), ('cash-paid', case p_to when 'paid' then 1 else -1 end))
      as every(account, sign) where 'paid' in (p_from, p_to) or not funds.is_cash(every.account)) as leg`;

/** One journal a line, of its own legs; balances are locked in the order of lot and account, as everywhere. */
const postLines = `
begin
  insert into balance (lot_id, account, amount, path)
    select distinct l.lot_id, leg.account, 0, lot.path from disbursement_line l join allotment_line lot on lot.id = l.lot_id
      cross join ${LEGS}
    where l.id = any (p_lines) order by 1, 2
    on conflict do nothing;
  perform 1 from balance b where b.lot_id in (select l.lot_id from disbursement_line l where l.id = any (p_lines))
    order by b.lot_id, b.account for update;
  insert into journal (id, kind, value_date, document, reason, posted_by, region_id, path, disbursement_id, line_id, reverses_id, reverses_kind)
    select given.journal, p_kind, funds.today(), d.document_number, p_reason, funds.scope_person(), d.region_id, d.path, d.id, l.id, given.undone, undone.kind
    from unnest(p_lines, p_journals, p_reverses) as given(line, journal, undone)
    join disbursement_line l on l.id = given.line join disbursement d on d.id = l.disbursement_id left join journal undone on undone.id = given.undone;
  insert into posting (journal_id, lot_id, account, amount, path)
    select given.journal, l.lot_id, leg.account, l.amount * leg.sign, d.path
    from unnest(p_lines, p_journals) as given(line, journal)
    join disbursement_line l on l.id = given.line join disbursement d on d.id = l.disbursement_id
    cross join ${LEGS};
  update balance b set amount = b.amount + moved.fen
    from (select l.lot_id, leg.account, sum(l.amount * leg.sign) as fen from disbursement_line l cross join ${LEGS}
      where l.id = any (p_lines) group by l.lot_id, leg.account) moved
    where b.lot_id = moved.lot_id and b.account = moved.account;
end`;

/** The sums of the villages concerned, villages in order. */
const moveLineSums = `
begin
  with moved as (
    select l.region_id, l.year, sum(l.amount) as fen, count(*) as lines from disbursement_line l where l.id = any (p_lines) group by l.region_id, l.year
  ), locked as (
    select s.region_id, s.year from village_funds s join moved m using (region_id, year) order by s.region_id, s.year for update of s
  )
  update village_funds s set reserved = s.reserved + m.fen * p_reserved, paid = s.paid + m.fen * p_paid, lines = s.lines + m.lines * p_paid
    from moved m join locked using (region_id, year) where s.region_id = m.region_id and s.year = m.year;
end`;

const payLines = `
begin
  if cardinality(p_lines) = 0 then return; end if;
  if (select count(*) from disbursement_line l join disbursement d on d.id = l.disbursement_id
      where l.id = any (p_lines) and l.state = 'reserved' and d.state = 'approved') <> cardinality(p_lines) then
    raise exception 'a line is paid once' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_line_paid_once';
  end if;
  perform funds.post_lines('pay', null, 'reserved', 'paid', p_lines, p_journals, array_fill(null::uuid, array[cardinality(p_lines)]));
  update disbursement_line set state = 'paid', paid_on = funds.today() where id = any (p_lines);
  perform funds.move_line_sums(p_lines, -1, 1);
end`;

/** The bank brought it back: the payment is undone by the very reverse of its journal, and its money waits for the line again. */
const unpayLines = `
begin
  if cardinality(p_lines) = 0 then return; end if;
  if exists (select 1 from disbursement_line l where l.id = any (p_lines) and (l.state <> 'paid' or l.returned <> 0)) then
    raise exception 'what came back otherwise is not undone' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_line_paid_once';
  end if;
  perform funds.post_lines('reverse', p_reason, 'paid', 'reserved', p_lines, p_journals, p_payments);
  update disbursement d set state = 'approved', paid_by = null, paid_on = null
    where d.id in (select l.disbursement_id from disbursement_line l where l.id = any (p_lines)) and d.state in ('paid', 'part-returned', 'returned');
  update disbursement_line set state = 'reserved', paid_on = null where id = any (p_lines);
  perform funds.move_line_sums(p_lines, 1, -1);
end`;

/** What is not paid after all goes back to the lot that it was reserved on. */
const releaseLines = `
begin
  if cardinality(p_lines) = 0 then return; end if;
  perform funds.post_lines('release', p_reason, 'reserved', 'available', p_lines, p_journals, array_fill(null::uuid, array[cardinality(p_lines)]));
  update disbursement_line set state = 'released' where id = any (p_lines);
  update disbursement d set released = d.released + gone.fen
    from (select l.disbursement_id as id, sum(l.amount) as fen from disbursement_line l where l.id = any (p_lines) group by 1) gone where d.id = gone.id;
  perform funds.move_line_sums(p_lines, -1, 0);
end`;

/** A disbursement of which nothing waits any more is paid, or withdrawn if nothing of it was. */
const finish = `
begin
  update disbursement d set
      state = case when d.released = d.total then 'withdrawn' when d.returned = d.total - d.released then 'returned' when d.returned > 0 then 'part-returned' else 'paid' end,
      reason = case when d.released = d.total then '各户均已停发 · every line was stopped' else d.reason end,
      paid_by = case when d.released = d.total then null else funds.scope_person() end,
      paid_on = case when d.released = d.total then null else funds.today() end
    where d.id = any (p_ids) and d.state = 'approved'
      and not exists (select 1 from disbursement_line l where l.disbursement_id = d.id and l.state = 'reserved');
end`;

/** Nobody pays or revokes the whole while some of it is on its way to cards, or has arrived there. */
const keepLines = `
begin
  if old.state = 'approved' and new.state <> old.state
    and exists (select 1 from card_line c where c.disbursement_id = new.id and c.state in ('listed', 'sent', 'paid'))
    and exists (select 1 from disbursement_line l where l.disbursement_id = new.id and l.state = 'reserved') then
    raise exception 'lines of it are on a one-card batch' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_on_card_batch';
  end if;
  return new;
end`;

/** A return counts for the whole once the whole is paid. */
const moveReturn = `
begin
  update disbursement_line set returned = returned + p_amount where id = p_line;
  update disbursement d set returned = d.returned + p_amount,
    state = case when d.state = 'approved' then d.state when d.returned + p_amount = 0 then 'paid'
      when d.returned + p_amount = d.total - d.released then 'returned' else 'part-returned' end
    from disbursement_line l where l.id = p_line and d.id = l.disbursement_id;
  update village_funds s set returned = s.returned + p_amount
    from disbursement_line l where l.id = p_line and s.region_id = l.region_id and s.year = l.year;
end`;

export const cardMoney = migration(
  1700000000461,
  'CardMoney',
  (names) => `
${definer('funds.post_lines(p_kind text, p_reason text, p_from text, p_to text, p_lines uuid[], p_journals uuid[], p_reverses uuid[]) returns void', postLines, names, 'funds', [])}
${definer('funds.move_line_sums(p_lines uuid[], p_reserved int, p_paid int) returns void', moveLineSums, names, 'funds', [])}
${definer('funds.pay_lines(p_lines uuid[], p_journals uuid[]) returns void', payLines, names, 'funds', [])}
${definer('funds.unpay_lines(p_lines uuid[], p_payments uuid[], p_journals uuid[], p_reason text) returns void', unpayLines, names, 'funds', [])}
${definer('funds.release_lines(p_lines uuid[], p_journals uuid[], p_reason text) returns void', releaseLines, names, 'funds', [])}
${definer('funds.finish_disbursements(p_ids uuid[]) returns void', finish, names, 'funds', [])}
${definer('funds.keep_card_lines() returns trigger', keepLines, names, 'funds', [])}
create trigger on_card_batch before update of state on funds.disbursement for each row execute function funds.keep_card_lines();
${redefined('funds.move_return(p_line uuid, p_amount bigint) returns void', moveReturn, names, 'funds', [])}
-- What of a batch was paid to a card comes back also while the rest is on its way.
do $back$
begin
  execute replace(pg_get_functiondef('funds.return_payment(uuid, uuid, bigint, text, uuid)'::regprocedure),
    'batch.state not in (''paid'', ''part-returned'')', 'batch.state not in (''paid'', ''part-returned'') and not (batch.state = ''approved'' and line.state = ''paid'')');
end $back$;
`,
);
