// The only ways into the ledger: definer functions that lock balances in order, and a check of each journal when its transaction ends.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const postJournal = `
declare
  legs int;
begin
  select count(*) into legs from unnest(p_lots);
  if legs = 0 or exists (select 1 from unnest(p_lots, p_amounts) as leg(lot, fen) group by lot having sum(fen) <> 0) then
    raise exception 'the legs of a lot do not sum to zero' using errcode = 'integrity_constraint_violation', constraint = 'journal_balances';
  end if;
  -- A row that is not there cannot be locked: a zero row first, then the locks, always in the order of lot and account.
  insert into balance (lot_id, account, amount, path)
    select leg.lot, leg.account, 0, line.path
    from unnest(p_lots, p_accounts) as leg(lot, account) join allotment_line line on line.id = leg.lot
    order by leg.lot, leg.account
    on conflict do nothing;
  perform 1 from balance b where (b.lot_id, b.account) in (select leg.lot, leg.account from unnest(p_lots, p_accounts) as leg(lot, account))
    order by b.lot_id, b.account for update;
  insert into journal (id, kind, value_date, document, reason, posted_by, region_id, path, allotment_id, disbursement_id, line_id, reverses_id, reverses_kind)
    select p_id, p_kind, funds.today(), p_document, p_reason, funds.scope_person(), p_region, p_path, p_allotment, p_disbursement, p_line, p_reverses,
      (select undone.kind from journal undone where undone.id = p_reverses);
  insert into posting (journal_id, lot_id, account, amount, path)
    select p_id, leg.lot, leg.account, leg.fen, p_path from unnest(p_lots, p_accounts, p_amounts) as leg(lot, account, fen);
  update balance b set amount = b.amount + leg.fen
    from unnest(p_lots, p_accounts, p_amounts) as leg(lot, account, fen)
    where b.lot_id = leg.lot and b.account = leg.account;
end`;

const checkJournal = `
declare
  checked uuid := coalesce(to_jsonb(new) ->> 'journal_id', to_jsonb(new) ->> 'id')::uuid;
  undone uuid;
begin
  if not exists (select 1 from posting p where p.journal_id = checked)
    or exists (select 1 from posting p where p.journal_id = checked group by p.lot_id having sum(p.amount) <> 0) then
    raise exception 'journal % does not balance', checked using errcode = 'integrity_constraint_violation', constraint = 'journal_balances';
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

const draftAllotment = `
declare
  office text;
begin
  select s.path into office from scope s where s.region_id = p_region;
  if office is null or not funds.in_scope(office) then return 'region-unknown'; end if;
  if exists (
    select 1 from unnest(p_regions) as given(region) left join scope s on s.region_id = given.region
    where s.path is null or not funds.in_scope(s.path)
  ) then return 'region-unknown'; end if;
  insert into allotment (id, number, issued_on, year, source_level, purpose, region_id, path, drafted_by)
    values (p_id, p_number, p_issued_on, extract(year from p_issued_on), p_source_level, p_purpose, p_region, office, funds.scope_person());
  insert into allotment_line (id, allotment_id, purpose, year, region_id, path, amount)
    select given.id, p_id, p_purpose, extract(year from p_issued_on), given.region, s.path, given.fen
    from unnest(p_lines, p_regions, p_amounts) as given(id, region, fen) join scope s on s.region_id = given.region;
  return 'done';
end`;

const issueAllotment = `
declare
  notice allotment;
  lots uuid[];
  fens bigint[];
begin
  select * into notice from allotment a where a.id = p_id and funds.in_scope(a.path) for update;
  if notice.id is null then return 'unknown'; end if;
  if notice.state <> 'drafted' then return notice.state; end if;
  select array_agg(line.id order by line.id), array_agg(line.amount order by line.id) into lots, fens from allotment_line line where line.allotment_id = p_id;
  update allotment set state = 'issued', approved_by = funds.scope_person(), approved_at = now() where id = p_id;
  perform funds.post_journal(p_journal, 'allot', notice.number, null, notice.region_id, notice.path, p_id, null, null, null,
    lots || lots, array_fill('issued'::text, array[cardinality(lots)]) || array_fill('available'::text, array[cardinality(lots)]),
    (select array_agg(-fen order by at) from unnest(fens) with ordinality as given(fen, at)) || fens);
  return 'done';
end`;

export const postJournalSignature =
  'funds.post_journal(p_id uuid, p_kind text, p_document text, p_reason text, p_region uuid, p_path text, p_allotment uuid, p_disbursement uuid, p_line uuid, p_reverses uuid, p_lots uuid[], p_accounts text[], p_amounts bigint[]) returns void';

export const ledgerFunctions = migration(
  1700000000302,
  'LedgerFunctions',
  (names) => `
create function funds.today() returns date language sql stable as $$ select (now() at time zone 'Asia/Shanghai')::date $$;
create function funds.scope_person() returns uuid language sql stable as $$ select nullif(current_setting('scope.person', true), '')::uuid $$;
create function funds.scope_unit() returns uuid language sql stable as $$ select nullif(current_setting('scope.unit', true), '')::uuid $$;
create function funds.in_scope(p_path text) returns boolean language sql stable as $$
  select coalesce(p_path collate "C" >= nullif(current_setting('scope.lo', true), '') and p_path collate "C" < nullif(current_setting('scope.hi', true), ''), false)
$$;
${definer(postJournalSignature, postJournal, names, 'funds', [])}
${definer('funds.check_journal() returns trigger', checkJournal, names, 'funds', [])}
create constraint trigger journal_balances after insert on funds.journal deferrable initially deferred
  for each row execute function funds.check_journal();
create constraint trigger posting_balances after insert or update on funds.posting deferrable initially deferred
  for each row execute function funds.check_journal();
${definer('funds.draft_allotment(p_id uuid, p_number text, p_issued_on date, p_source_level text, p_purpose text, p_region uuid, p_lines uuid[], p_regions uuid[], p_amounts bigint[]) returns text', draftAllotment, names, 'funds', ['region'])}
${definer('funds.issue_allotment(p_id uuid, p_journal uuid) returns text', issueAllotment, names, 'funds', ['region'])}
`,
);
