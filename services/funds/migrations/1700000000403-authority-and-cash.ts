// What is done to a lot after its notice (指标调整、资金收付): authority added, cut, frozen, reclaimed by two people; cash received from the treasury or handed back.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';

const draftChange = `
declare
  line allotment_line;
begin
  select l.* into line from allotment_line l join allotment a on a.id = l.allotment_id
    where l.id = p_lot and funds.in_scope(l.path) and a.state = 'issued';
  if line.id is null then return 'unknown'; end if;
  insert into authority_change (id, lot_id, kind, amount, document_number, reason, region_id, path, drafted_by)
    values (p_id, p_lot, p_kind, p_amount, p_document, p_reason, line.region_id, line.path, funds.scope_person());
  return 'done';
end`;

/**
 * More of a part comes out of its parent line, less of it goes back there, and cash with it: more takes along what the parent holds, less
 * leaves the part no more cash than authority. Of a line without a parent the source is outside, and cash that is too much is handed back first.
 */
const decideChange = `
declare
  told authority_change;
  line allotment_line;
  notice allotment;
  fen bigint;
  cash bigint := 0;
  lots uuid[];
  accounts text[];
  fens bigint[];
begin
  select * into told from authority_change c where c.id = p_id and funds.in_scope(c.path) for update;
  if told.id is null then return 'unknown'; end if;
  if told.state <> 'drafted' then return told.state; end if;
  if p_step = 'withdraw' then
    if told.drafted_by <> funds.scope_person() then return 'not-the-maker'; end if;
    update authority_change set state = 'withdrawn', decided_at = now() where id = p_id;
    return 'done';
  end if;
  select * into line from allotment_line l where l.id = told.lot_id;
  select * into notice from allotment a where a.id = line.allotment_id;
  if notice.state <> 'issued' then return notice.state; end if;
  perform 1 from balance b where b.lot_id in (line.id, line.parent_line_id) order by b.lot_id, b.account for update;
  fen := told.amount;
  lots := array[line.id, line.id];
  accounts := case told.kind when 'add' then array['issued', 'available'] when 'cut' then array['available', 'issued'] when 'freeze' then array['available', 'frozen']
    when 'unfreeze' then array['frozen', 'available'] else array['available', 'reclaimed'] end;
  fens := array[-fen, fen];
  if line.parent_line_id is not null and told.kind in ('add', 'cut', 'reclaim') then
    if told.kind = 'add' then
      cash := least(fen, coalesce((select b.amount from balance b where b.lot_id = line.parent_line_id and b.account = 'cash-held'), 0));
      fens := fens || array[-fen, fen];
    else
      cash := -greatest(0, (select coalesce(sum(b.amount) filter (where b.account = 'cash-held'), 0)
        - coalesce(sum(b.amount) filter (where b.account in ('available', 'frozen', 'reserved')), 0) + fen from balance b where b.lot_id = line.id));
      fens := fens || array[fen, -fen];
    end if;
    lots := lots || array[line.parent_line_id, line.parent_line_id];
    accounts := accounts || array['available', case notice.kind when 'carry-over' then 'carried' else 'decomposed' end];
    if cash <> 0 then
      lots := lots || array[line.parent_line_id, line.parent_line_id, line.id, line.id];
      accounts := accounts || array['cash-held', 'cash-passed', 'cash-held', 'cash-passed'];
      fens := fens || array[-cash, cash, cash, -cash];
    end if;
  end if;
  update authority_change set state = 'approved', decided_by = funds.scope_person(), decided_at = now(), journal_id = p_journal where id = p_id;
  perform funds.post_journal(p_journal, told.kind, told.document_number, told.reason, line.region_id, line.path, notice.id, null, null, null, lots, accounts, fens);
  return 'done';
end`;

const moveCash = `
declare
  notice allotment;
  lots uuid[];
  fens bigint[];
begin
  select a.* into notice from allotment a where a.id = p_allotment and a.state = 'issued' and funds.in_scope(a.path);
  if notice.id is null then return 'unknown'; end if;
  if exists (select 1 from unnest(p_lots) as given(lot) left join allotment_line l on l.id = given.lot and l.allotment_id = p_allotment where l.id is null) then return 'unknown'; end if;
  if p_value > funds.today() or p_value < notice.issued_on then return 'day'; end if;
  select array_agg(given.lot order by given.lot), array_agg(given.fen order by given.lot) into lots, fens from unnest(p_lots, p_amounts) as given(lot, fen);
  insert into cash_receipt (id, allotment_id, book, kind, voucher, amount, value_date, journal_id, recorded_by, region_id, path)
    values (p_id, p_allotment, notice.book, p_kind, p_voucher, (select sum(fen) from unnest(fens) as given(fen)), p_value, p_journal, funds.scope_person(), notice.region_id, notice.path);
  perform funds.post_dated_journal(p_journal, p_kind, p_value, p_voucher, null, notice.region_id, notice.path, p_allotment, null, null, null, lots || lots,
    array_fill('cash-received'::text, array[cardinality(lots)]) || array_fill('cash-held'::text, array[cardinality(lots)]),
    (select array_agg(case p_kind when 'receive' then -fen else fen end order by at) from unnest(fens) with ordinality as given(fen, at))
      || (select array_agg(case p_kind when 'receive' then fen else -fen end order by at) from unnest(fens) with ordinality as given(fen, at)));
  return 'done';
end`;

export const authorityAndCash = migration(
  1700000000403,
  'AuthorityAndCash',
  (names) => `
create table funds.authority_change (
  id uuid primary key,
  lot_id uuid not null references funds.allotment_line (id),
  kind text not null constraint authority_change_kind check (kind in ('add', 'cut', 'freeze', 'unfreeze', 'reclaim')),
  amount bigint not null constraint authority_change_above_zero check (amount > 0),
  document_number text not null constraint authority_change_document_length check (length(document_number) between 2 and 100),
  reason text not null constraint authority_change_reason_length check (length(reason) between 2 and 300),
  state text not null default 'drafted' constraint authority_change_state check (state in ('drafted', 'approved', 'withdrawn')),
  region_id uuid not null,
  path text collate "C" not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  journal_id uuid constraint authority_change_journal_once unique references funds.journal (id) deferrable initially deferred,
  constraint authority_change_four_eyes check (decided_by <> drafted_by),
  constraint authority_change_decided_whole check ((state = 'approved') = (decided_by is not null) and (state = 'approved') = (journal_id is not null) and (state = 'drafted') = (decided_at is null))
);
create index authority_change_by_path on funds.authority_change (path, id);
create index authority_change_by_lot on funds.authority_change (lot_id);

create table funds.cash_receipt (
  id uuid primary key,
  allotment_id uuid not null,
  book text not null,
  kind text not null constraint cash_receipt_kind check (kind in ('receive', 'hand-back')),
  voucher text not null constraint cash_receipt_voucher_length check (length(voucher) between 2 and 100),
  amount bigint not null constraint cash_receipt_above_zero check (amount > 0),
  value_date date not null,
  journal_id uuid not null constraint cash_receipt_journal_once unique references funds.journal (id) deferrable initially deferred,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  region_id uuid not null,
  path text collate "C" not null,
  constraint cash_receipt_voucher_once unique (region_id, kind, voucher),
  constraint cash_receipt_in_book foreign key (allotment_id, book) references funds.allotment (id, book)
);
create index cash_receipt_by_path on funds.cash_receipt (path, id);
create index cash_receipt_by_allotment on funds.cash_receipt (allotment_id);

${protect('funds.authority_change', names, { region: inRange('path') })}
${protect('funds.cash_receipt', names, { region: inRange('path') })}
${appendOnly('funds.authority_change', 'funds', ['region_id', 'path', 'state', 'decided_by', 'decided_at', 'journal_id'])}
${appendOnly('funds.cash_receipt', 'funds', ['region_id', 'path'])}
${definer('funds.draft_authority_change(p_id uuid, p_lot uuid, p_kind text, p_amount bigint, p_document text, p_reason text) returns text', draftChange, names, 'funds', ['region'])}
${definer('funds.decide_authority_change(p_id uuid, p_step text, p_journal uuid) returns text', decideChange, names, 'funds', ['region'])}
${definer('funds.move_cash(p_id uuid, p_allotment uuid, p_kind text, p_voucher text, p_value date, p_lots uuid[], p_amounts bigint[], p_journal uuid) returns text', moveCash, names, 'funds', ['region'])}
`,
);
