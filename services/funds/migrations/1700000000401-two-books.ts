// The two linked books (指标账、资金账): authority to spend and cash, each summing to zero within each lot; what pays moves both, and cash never exceeds the authority that it is for.
import { migration } from '#platform/database/migration';
import { definer, redefined } from '#platform/database/protect';
import { postJournalSignature } from './1700000000302-ledger-functions';

const accounts = `('issued', 'available', 'frozen', 'reserved', 'paid', 'decomposed', 'carried', 'reclaimed', 'cash-received', 'cash-held', 'cash-paid', 'cash-passed')`;
const kinds = `('allot', 'add', 'cut', 'freeze', 'unfreeze', 'reclaim', 'reserve', 'release', 'pay', 'return', 'receive', 'hand-back', 'reverse')`;

/** All rows of the lots are locked, also those of the other book: what one book may hold is measured by the other. */
const postDated = `
declare
  payers uuid[];
  given bigint[];
  taken bigint[];
begin
  if cardinality(p_lots) = 0 or exists (
    select 1 from unnest(p_lots, p_accounts, p_amounts) as leg(lot, account, fen) group by lot, funds.is_cash(account) having sum(fen) <> 0
  ) then
    raise exception 'the legs of a lot do not sum to zero' using errcode = 'integrity_constraint_violation', constraint = 'journal_balances';
  end if;
  -- What pays, or takes a payment back, moves cash by as much, whoever calls.
  if not 'cash-paid' = any (p_accounts) then
    select array_agg(leg.lot order by leg.lot), array_agg(leg.fen order by leg.lot), array_agg(-leg.fen order by leg.lot) into payers, given, taken
      from (select lot, sum(fen)::bigint as fen from unnest(p_lots, p_accounts, p_amounts) as told(lot, account, fen)
        where account = 'paid' group by lot having sum(fen) <> 0) leg;
    if payers is not null then
      p_lots := p_lots || payers || payers;
      p_accounts := p_accounts || array_fill('cash-held'::text, array[cardinality(payers)]) || array_fill('cash-paid'::text, array[cardinality(payers)]);
      p_amounts := p_amounts || taken || given;
    end if;
  end if;
  -- A row that is not there cannot be locked: a zero row first, then the locks, always in the order of lot and account.
  insert into balance (lot_id, account, amount, path)
    select leg.lot, leg.account, 0, line.path
    from unnest(p_lots, p_accounts) as leg(lot, account) join allotment_line line on line.id = leg.lot
    order by leg.lot, leg.account
    on conflict do nothing;
  perform 1 from balance b where b.lot_id = any (p_lots) order by b.lot_id, b.account for update;
  insert into journal (id, kind, value_date, document, reason, posted_by, region_id, path, allotment_id, disbursement_id, line_id, reverses_id, reverses_kind)
    select p_id, p_kind, p_value, p_document, p_reason, funds.scope_person(), p_region, p_path, p_allotment, p_disbursement, p_line, p_reverses,
      (select undone.kind from journal undone where undone.id = p_reverses);
  insert into posting (journal_id, lot_id, account, amount, path)
    select p_id, leg.lot, leg.account, leg.fen, p_path from unnest(p_lots, p_accounts, p_amounts) as leg(lot, account, fen);
  update balance b set amount = b.amount + leg.fen
    from unnest(p_lots, p_accounts, p_amounts) as leg(lot, account, fen)
    where b.lot_id = leg.lot and b.account = leg.account;
end`;

const postJournal = `
begin
  perform funds.post_dated_journal(p_id, p_kind, funds.today(), p_document, p_reason, p_region, p_path, p_allotment, p_disbursement, p_line, p_reverses, p_lots, p_accounts, p_amounts);
end`;

const checkJournal = `
declare
  checked uuid := coalesce(to_jsonb(new) ->> 'journal_id', to_jsonb(new) ->> 'id')::uuid;
  undone uuid;
begin
  if not exists (select 1 from posting p where p.journal_id = checked)
    or exists (select 1 from posting p where p.journal_id = checked group by p.lot_id, funds.is_cash(p.account) having sum(p.amount) <> 0) then
    raise exception 'journal % does not balance', checked using errcode = 'integrity_constraint_violation', constraint = 'journal_balances';
  end if;
  if exists (
    select 1 from posting p where p.journal_id = checked and p.account in ('paid', 'cash-paid') group by p.lot_id
    having coalesce(sum(p.amount) filter (where p.account = 'paid'), 0) <> coalesce(sum(p.amount) filter (where p.account = 'cash-paid'), 0)
  ) then
    raise exception 'journal % pays in one book only', checked using errcode = 'integrity_constraint_violation', constraint = 'journal_pays_in_both_books';
  end if;
  if (select count(distinct line.book) from posting p join allotment_line line on line.id = p.lot_id where p.journal_id = checked) > 1 then
    raise exception 'journal % crosses books', checked using errcode = 'integrity_constraint_violation', constraint = 'journal_of_one_book';
  end if;
  if (select sum(p.amount) from posting p where p.journal_id = checked and p.account = 'cash-passed') <> 0 then
    raise exception 'journal % passes cash to nobody', checked using errcode = 'integrity_constraint_violation', constraint = 'journal_cash_passed_on';
  end if;
  if exists (
    select 1 from balance b where b.lot_id in (select p.lot_id from posting p where p.journal_id = checked) group by b.lot_id
    having coalesce(sum(b.amount) filter (where b.account = 'cash-held'), 0)
      > coalesce(sum(b.amount) filter (where b.account in ('available', 'frozen', 'reserved')), 0)
  ) then
    raise exception 'journal % leaves more cash than there is authority for', checked using errcode = 'integrity_constraint_violation', constraint = 'balance_cash_within_authority';
  end if;
  select j.reverses_id into undone from journal j where j.id = checked;
  if undone is not null and exists (
    select 1 from posting p where p.journal_id in (checked, undone) group by p.lot_id, p.account having sum(p.amount) <> 0
  ) then
    raise exception 'journal % does not undo exactly what it reverses', checked
      using errcode = 'integrity_constraint_violation', constraint = 'journal_reversal_exact';
  end if;
  return null;
end`;

/** Books that were kept before there was a second one: what was paid was paid in cash, and each notice had brought its money. */
const openCash = `
insert into funds.posting (journal_id, lot_id, account, amount, path)
  select p.journal_id, p.lot_id, leg.account, leg.sign * p.amount, p.path
  from funds.posting p, (values ('cash-held', -1), ('cash-paid', 1)) as leg(account, sign) where p.account = 'paid';
insert into funds.journal (id, kind, value_date, document, reason, posted_by, region_id, path, allotment_id)
  select gen_random_uuid(), 'receive', a.issued_on, a.number, '启用资金账时补记 · entered when the second book was opened', a.approved_by, a.region_id, a.path, a.id
  from funds.allotment a where a.state = 'issued';
insert into funds.posting (journal_id, lot_id, account, amount, path)
  select j.id, line.id, leg.account, leg.sign * line.amount, j.path
  from funds.journal j join funds.allotment_line line on line.allotment_id = j.allotment_id, (values ('cash-received', -1), ('cash-held', 1)) as leg(account, sign)
  where j.kind = 'receive';
insert into funds.balance (lot_id, account, amount, path)
  select p.lot_id, p.account, sum(p.amount), line.path from funds.posting p join funds.allotment_line line on line.id = p.lot_id
  where funds.is_cash(p.account) group by p.lot_id, p.account, line.path;
set constraints all immediate;
set constraints all deferred;
`;

export const postDatedSignature =
  'funds.post_dated_journal(p_id uuid, p_kind text, p_value date, p_document text, p_reason text, p_region uuid, p_path text, p_allotment uuid, p_disbursement uuid, p_line uuid, p_reverses uuid, p_lots uuid[], p_accounts text[], p_amounts bigint[]) returns void';

export const twoBooks = migration(
  1700000000401,
  'TwoBooks',
  (names) => `
alter table funds.journal drop constraint journal_kind, add constraint journal_kind check (kind in ${kinds});
alter table funds.posting drop constraint posting_account, add constraint posting_account check (account in ${accounts});
alter table funds.balance drop constraint balance_account, add constraint balance_account check (account in ${accounts}),
  drop constraint balance_never_negative,
  add constraint balance_never_negative check (account in ('issued', 'cash-received', 'cash-passed', 'cash-held') or amount >= 0),
  add constraint balance_cash_covered check (account <> 'cash-held' or amount >= 0),
  drop constraint balance_source_never_positive,
  add constraint balance_source_never_positive check (account not in ('issued', 'cash-received') or amount <= 0);

create function funds.is_cash(p_account text) returns boolean language sql immutable as $$ select starts_with(p_account, 'cash-') $$;
${definer(postDatedSignature, postDated, names, 'funds', [])}
${redefined(postJournalSignature, postJournal, names, 'funds', [])}
${redefined('funds.check_journal() returns trigger', checkJournal, names, 'funds', [])}
${openCash}
-- Undone is what moved money by itself; a disbursement has ways of its own.
do $reversible$
begin
  execute replace(pg_get_functiondef((select p.oid from pg_proc p where p.proname = 'reverse_journal' and p.pronamespace = 'funds'::regnamespace)),
    $$not in ('allot', 'return')$$, $$not in ('allot', 'return', 'add', 'cut', 'freeze', 'unfreeze', 'reclaim', 'receive', 'hand-back')$$);
end $reversible$;
`,
);
