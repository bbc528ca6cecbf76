// The hands on one-card batches: listed, verified, released with the bank's file; each locks the batch first.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** Of approved disbursements of one purpose; each line once, and none that is on its way elsewhere. */
const list = `
declare
  place text;
  meant text;
  flaw record;
begin
  select s.path into place from scope s where s.region_id = p_region;
  if place is null or not funds.in_scope(place) then return 'region-unknown'; end if;
  perform 1 from disbursement d where d.id in (select l.disbursement_id from disbursement_line l where l.id = any (p_sources)) order by d.id for update;
  for flaw in
    select given.line, l.id, l.state, d.state as batch, d.purpose, d.path, l.path as home
    from unnest(p_sources) as given(line) left join disbursement_line l on l.id = given.line left join disbursement d on d.id = l.disbursement_id
  loop
    if flaw.id is null or not funds.in_scope(flaw.home) or not starts_with(flaw.home, place) then return 'line-unknown ' || flaw.line; end if;
    if flaw.batch <> 'approved' then return 'state ' || flaw.batch; end if;
    if flaw.state <> 'reserved' then return 'line-ended ' || flaw.line; end if;
    meant := coalesce(meant, flaw.purpose);
    if meant <> flaw.purpose then return 'purposes ' || meant; end if;
  end loop;
  if exists (select 1 from card_line c where c.disbursement_line_id = any (p_sources) and c.state in ('listed', 'sent', 'paid')) then return 'line-on-its-way'; end if;
  insert into card_batch (id, number, purpose, document_number, profile, profile_hash, region_id, path, total, line_count, made_by, made_on)
    select p_id, p_number, meant, p_document, p_profile, p_profile_hash, p_region, place, sum(l.amount), count(*), funds.scope_person(), funds.today()
    from disbursement_line l where l.id = any (p_sources);
  insert into card_line (id, batch_id, ordinal, reference, disbursement_line_id, disbursement_id, lot_id, household_id, region_id, path, amount, payee,
      payee_member_id, id_number_tail, bank_name, card_sealed, card_index, card_tail, proxy_for, proxy_reason)
    select given.id, p_id, given.at, p_number || '-' || lpad(given.at::text, 5, '0'), l.id, l.disbursement_id, l.lot_id, l.household_id, l.region_id, l.path, l.amount,
      given.payee, given.member, given.tail, given.bank, given.card, given.card_index, given.card_tail, given.proxy_for, given.proxy_reason
    from unnest(p_ids, p_sources, p_payees, p_members, p_id_tails, p_banks, p_cards, p_card_indexes, p_card_tails, p_proxy_for, p_proxy_reasons)
      with ordinality as given(id, source, payee, member, tail, bank, card, card_index, card_tail, proxy_for, proxy_reason, at)
    join disbursement_line l on l.id = given.source;
  return 'done';
end`;

const step = `
declare
  batch card_batch;
begin
  select * into batch from card_batch b where b.id = p_id and funds.in_scope(b.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if p_step = 'verify' and batch.state = 'listed' then
    update card_batch set state = 'verified', verified_by = funds.scope_person(), verified_on = funds.today() where id = p_id;
    return 'done';
  end if;
  if p_step <> 'withdraw' or batch.state not in ('listed', 'verified') then return 'state ' || batch.state; end if;
  update card_batch set state = 'withdrawn', reason = p_reason where id = p_id;
  update card_line set state = 'withdrawn', reason = p_reason, ended_on = funds.today() where batch_id = p_id and state = 'listed';
  return 'done';
end`;

/** Stopped lines (死亡、清退) go back to their lot, held ones wait for another batch, and the file says exactly what is left. */
const release = `
declare
  batch card_batch;
  left_count int;
  left_total bigint;
  owners uuid[];
  gone uuid[];
begin
  select * into batch from card_batch b where b.id = p_id and funds.in_scope(b.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.state <> 'verified' then return 'state ' || batch.state; end if;
  select array_agg(distinct c.disbursement_id) into owners from card_line c where c.batch_id = p_id;
  perform 1 from disbursement d where d.id = any (owners) order by d.id for update;
  if exists (select 1 from disbursement d where d.id = any (owners) and d.state <> 'approved') then return 'disbursement-state'; end if;
  if not funds.notice_cleared('card-batch', p_id, funds.today()) then return 'not-posted'; end if;
  if exists (select 1 from disbursement d where d.id = any (owners) and funds.scope_person() in (d.applied_by, d.approved_by)) then
    raise exception 'whoever applied or approved does not pay' using errcode = 'check_violation', constraint = 'disbursement_four_eyes';
  end if;
  update card_line c set state = 'stopped', reason = given.reason, ended_on = funds.today()
    from unnest(p_stopped, p_stop_reasons) as given(line, reason) where c.id = given.line and c.batch_id = p_id and c.state = 'listed';
  update card_line c set state = 'held', reason = given.reason, ended_on = funds.today()
    from unnest(p_held, p_hold_reasons) as given(line, reason) where c.id = given.line and c.batch_id = p_id and c.state = 'listed';
  -- An objection that was raised after the list was weighed stops its line all the same.
  if funds.notice_stops('card-batch', p_id, null)
    and exists (select 1 from card_line c where c.batch_id = p_id and c.state = 'listed' and funds.notice_stops('card-batch', p_id, c.id)) then return 'changed'; end if;
  select count(*), coalesce(sum(c.amount), 0) into left_count, left_total from card_line c where c.batch_id = p_id and c.state = 'listed';
  if left_count <> p_count or left_total <> p_total then return 'changed'; end if;
  select array_agg(c.disbursement_line_id order by c.ordinal) into gone from card_line c where c.batch_id = p_id and c.state = 'stopped';
  if gone is not null then perform funds.release_lines(gone, p_journals[1:cardinality(gone)], '发放日比对停发 · stopped by comparison on the day of payment'); end if;
  update card_batch set state = case left_count when 0 then 'closed' else 'released' end, released_by = funds.scope_person(), released_on = funds.today(),
    closed_on = case left_count when 0 then funds.today() end where id = p_id;
  if left_count > 0 then
    update card_line set state = 'sent' where batch_id = p_id and state = 'listed';
    insert into bank_file (id, batch_id, kind, profile, profile_hash, name, sha256, bytes, line_count, total, state, region_id, path, brought_by)
      values (p_file, p_id, 'payment', batch.profile, batch.profile_hash, p_name, p_sha256, p_bytes, left_count, left_total, 'released', batch.region_id, batch.path, funds.scope_person());
    insert into bank_file_content (file_id, path, sealed) values (p_file, batch.path, p_sealed);
  end if;
  perform funds.finish_disbursements(owners);
  return 'done';
end`;

export const cardFunctions = migration(
  1700000000462,
  'CardFunctions',
  (names) => `
${definer('funds.list_card_batch(p_id uuid, p_number text, p_profile text, p_profile_hash text, p_document text, p_region uuid, p_ids uuid[], p_sources uuid[], p_payees text[], p_members uuid[], p_id_tails text[], p_banks text[], p_cards bytea[], p_card_indexes text[], p_card_tails text[], p_proxy_for text[], p_proxy_reasons text[]) returns text', list, names, 'funds', ['region'])}
${definer('funds.step_card_batch(p_id uuid, p_step text, p_reason text) returns text', step, names, 'funds', ['region'])}
${definer('funds.release_card_batch(p_id uuid, p_stopped uuid[], p_stop_reasons text[], p_held uuid[], p_hold_reasons text[], p_count int, p_total bigint, p_journals uuid[], p_file uuid, p_name text, p_sha256 text, p_bytes int, p_sealed bytea) returns text', release, names, 'funds', ['region'])}
`,
);
