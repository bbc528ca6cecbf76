// What the bank answers (回盘、退票): each line of a file is matched on id and amount and account and direction, and only then moves money.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const receive = `
begin
  insert into bank_file (id, kind, profile, profile_hash, name, sha256, bytes, state, region_id, path, brought_by)
    select p_id, 'unread', p_profile, p_profile_hash, p_name, p_sha256, p_bytes, 'received', s.region_id, s.path, funds.scope_person()
    from scope s where s.region_id = p_region and funds.scope_person() is not null;
  if not found then return 'region-unknown'; end if;
  insert into bank_file_content (file_id, path, sealed) select f.id, f.path, p_sealed from bank_file f where f.id = p_id;
  return 'done';
end`;

const refuse = `
declare
  file bank_file;
begin
  select * into file from bank_file f where f.id = p_id and funds.in_scope(f.path) for update;
  if file.id is null then return 'unknown'; end if;
  if file.state <> 'received' then return 'state ' || file.state; end if;
  update bank_file set state = 'refused', flaw = p_flaw where id = p_id;
  return 'done';
end`;

/**
 * What was told of a line meets where the line stands. A bank that takes back what it never acknowledged has not paid; what it acknowledges
 * afterwards is known. A payment told after a failure is a conflict: the line may be on another list by now.
 */
const OUTCOME = `case
    when c.id is null then 'unknown'
    when cardinality(m.differs) > 0 then 'differs'
    when m.contradicted then 'conflict'
    when m.nth > 1 then 'repeated'
    when c.state = 'sent' and m.told = 'paid' then 'paid'
    when c.state = 'sent' and m.told = 'failed' then 'failed'
    when c.state in ('sent', 'paid') and m.told = 'returned' then 'bounced'
    when (c.state, m.told) in (('paid', 'paid'), ('failed', 'failed'), ('bounced', 'paid'), ('bounced', 'returned')) then 'known'
    else 'conflict' end`;

const take = `
declare
  file bank_file;
  batch card_batch;
  owners uuid[];
  paying uuid[];
  paid_by uuid[];
  back uuid[];
  undone uuid[];
  undoing uuid[];
begin
  select * into file from bank_file f where f.id = p_id and funds.in_scope(f.path) for update;
  if file.id is null then return 'unknown'; end if;
  if file.state <> 'received' then return 'state ' || file.state; end if;
  select * into batch from card_batch b where b.number = p_batch and funds.in_scope(b.path) for update;
  if batch.id is null then return 'batch-unknown'; end if;
  if batch.state not in ('released', 'closed') then return 'batch-state ' || batch.state; end if;
  if batch.profile <> file.profile then return 'profile ' || batch.profile; end if;
  if exists (select 1 from bank_file f where f.sha256 = file.sha256 and f.state = 'taken') then
    update bank_file set state = 'duplicate' where id = p_id;
    return 'done';
  end if;
  update bank_file set state = 'taken', kind = p_kind, batch_id = batch.id, line_count = cardinality(p_references),
    total = (select coalesce(sum(fen), 0) from unnest(p_amounts) as given(fen)) where id = p_id;
  select array_agg(distinct c.disbursement_id) into owners from card_line c where c.batch_id = batch.id;
  perform 1 from disbursement d where d.id = any (owners) order by d.id for update;
  insert into bank_file_line (file_id, ordinal, path, reference, amount, card_tail, direction, told, reason, card_line_id, outcome, differs)
    select p_id, m.at, file.path, m.reference, m.fen, m.tail, m.direction, m.told, m.reason, c.id, ${OUTCOME}, coalesce(m.differs, '{}')
    from (
      select given.*, k.id as known, array_remove(array[case when k.amount <> given.fen then 'amount' end,
          case when k.card_index <> given.card then 'card' end,
          case when given.direction <> case when given.told = 'returned' then 'in' else 'out' end then 'direction' end], null) as differs,
        row_number() over (partition by given.reference order by given.at) as nth,
        min(given.told) over (partition by given.reference) <> max(given.told) over (partition by given.reference) as contradicted
      from unnest(p_references, p_cards, p_tails, p_amounts, p_directions, p_told, p_reasons)
        with ordinality as given(reference, card, tail, fen, direction, told, reason, at)
      left join card_line k on k.reference = given.reference and k.batch_id = batch.id
    ) m left join card_line c on c.id = m.known;
  select array_agg(c.disbursement_line_id order by f.ordinal), array_agg(p_journals[f.ordinal] order by f.ordinal) into paying, paid_by
    from bank_file_line f join card_line c on c.id = f.card_line_id where f.file_id = p_id and f.outcome = 'paid';
  select array_agg(c.disbursement_line_id order by f.ordinal), array_agg(c.journal_id order by f.ordinal), array_agg(p_journals[f.ordinal] order by f.ordinal)
    into back, undone, undoing
    from bank_file_line f join card_line c on c.id = f.card_line_id where f.file_id = p_id and f.outcome = 'bounced' and c.state = 'paid';
  perform funds.pay_lines(coalesce(paying, '{}'), coalesce(paid_by, '{}'));
  perform funds.unpay_lines(coalesce(back, '{}'), coalesce(undone, '{}'), coalesce(undoing, '{}'), '银行退票 · returned by the bank');
  update card_line c set state = f.outcome, ended_on = funds.today(), reason = case f.outcome when 'paid' then null else coalesce(f.reason, f.told) end,
      journal_id = case f.outcome when 'paid' then p_journals[f.ordinal] else c.journal_id end
    from bank_file_line f where f.file_id = p_id and f.card_line_id = c.id and f.outcome in ('paid', 'failed', 'bounced');
  if batch.state = 'released' and not exists (select 1 from card_line c where c.batch_id = batch.id and c.state = 'sent') then
    update card_batch set state = 'closed', closed_on = funds.today() where id = batch.id;
  end if;
  perform funds.finish_disbursements(owners);
  return 'done';
end`;

export const bankAnswers = migration(
  1700000000463,
  'BankAnswers',
  (names) => `
${definer('funds.receive_bank_file(p_id uuid, p_profile text, p_profile_hash text, p_name text, p_sha256 text, p_bytes int, p_region uuid, p_sealed bytea) returns text', receive, names, 'funds', ['own'])}
${definer('funds.refuse_bank_file(p_id uuid, p_flaw text) returns text', refuse, names, 'funds', ['region'])}
${definer('funds.take_bank_file(p_id uuid, p_kind text, p_batch text, p_references text[], p_cards text[], p_tails text[], p_amounts bigint[], p_directions text[], p_told text[], p_reasons text[], p_journals uuid[]) returns text', take, names, 'funds', ['region'])}
`,
);
