// Recoveries (追回) of payments that were wrong: demanded, received in one or several parts, each back on the lot that paid.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const demand = `
declare
  line disbursement_line;
begin
  select * into line from disbursement_line l where l.id = p_line and funds.in_scope(l.path) for update;
  if line.id is null then return 'unknown'; end if;
  if line.state <> 'paid' then return 'line-state ' || line.state; end if;
  if p_amount > line.amount - line.returned then return 'open ' || (line.amount - line.returned); end if;
  insert into recovery (id, line_id, region_id, path, amount, reason, document_number, demanded_by, demanded_on)
    values (p_id, p_line, line.region_id, line.path, p_amount, p_reason, p_document, funds.scope_person(), funds.today());
  return 'done';
end`;

const receive = `
declare
  asked recovery;
  told text;
begin
  select * into asked from recovery r where r.id = p_id and funds.in_scope(r.path) for update;
  if asked.id is null then return 'unknown'; end if;
  if asked.state <> 'demanded' then return 'state ' || asked.state; end if;
  if p_amount > asked.amount - asked.received then return 'open ' || (asked.amount - asked.received); end if;
  told := funds.return_payment(asked.line_id, p_return, p_amount, asked.reason, p_journal);
  if told <> 'done' then return told; end if;
  insert into recovery_receipt (id, recovery_id, demanded_by, return_id, path, amount, voucher, received_by, received_on)
    values (p_receipt, p_id, asked.demanded_by, p_return, asked.path, p_amount, p_voucher, funds.scope_person(), funds.today());
  update recovery set received = received + p_amount, state = case when received + p_amount = amount then 'received' else state end where id = p_id;
  return 'done';
end`;

const giveUp = `
declare
  asked recovery;
begin
  select * into asked from recovery r where r.id = p_id and funds.in_scope(r.path) for update;
  if asked.id is null then return 'unknown'; end if;
  if asked.state <> 'demanded' then return 'state ' || asked.state; end if;
  update recovery set state = 'withdrawn', ended_by = funds.scope_person(), ended_on = funds.today(), ended_reason = p_reason where id = p_id;
  return 'done';
end`;

export const recoveryFunctions = migration(
  1700000000464,
  'RecoveryFunctions',
  (names) => `
${definer('funds.demand_recovery(p_id uuid, p_line uuid, p_amount bigint, p_reason text, p_document text) returns text', demand, names, 'funds', ['region'])}
${definer('funds.receive_recovery(p_id uuid, p_receipt uuid, p_return uuid, p_amount bigint, p_voucher text, p_journal uuid) returns text', receive, names, 'funds', ['region'])}
${definer('funds.withdraw_recovery(p_id uuid, p_reason text) returns text', giveUp, names, 'funds', ['region'])}
`,
);
