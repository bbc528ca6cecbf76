// Of a batch that is revoked only what still waits is let go (释放待付部分): what an objection or a death stopped went back before; and only what was paid can come back.
import { migration } from '#platform/database/migration';
import { redefined } from '#platform/database/protect';

const decide = `
declare
  batch disbursement;
  fen bigint;
begin
  select * into batch from disbursement d where d.id = p_id and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if p_step = 'approve' and batch.state = 'applied' then
    update disbursement set state = 'approved', approved_by = funds.scope_person(), approved_on = funds.today() where id = p_id;
    return 'done';
  end if;
  if not ((p_step = 'reject' and batch.state = 'applied') or (p_step = 'withdraw' and batch.state = 'applied') or (p_step = 'revoke' and batch.state = 'approved'))
    then return 'state ' || batch.state; end if;
  if (p_step = 'withdraw') is distinct from (batch.applied_by = funds.scope_person()) then
    raise exception 'whoever applied withdraws, and nobody else' using errcode = 'integrity_constraint_violation', constraint = 'disbursement_four_eyes';
  end if;
  update disbursement set state = case p_step when 'reject' then 'rejected' else 'withdrawn' end, reason = p_reason where id = p_id;
  select sum(l.amount) into fen from disbursement_line l where l.disbursement_id = p_id and l.state = 'reserved';
  update disbursement_line set state = 'released' where disbursement_id = p_id and state = 'reserved';
  perform funds.post_journal(p_journal, 'release', batch.document_number, p_reason, batch.region_id, batch.path, null, p_id, null, null,
    array[batch.lot_id, batch.lot_id], array['reserved', 'available'], array[-fen, fen]);
  return 'done';
end`;

export const onlyWhatWaitsIsLetGo = migration(
  1700000000551,
  'OnlyWhatWaitsIsLetGo',
  (names) => `
${redefined('funds.decide_disbursement(p_id uuid, p_step text, p_reason text, p_journal uuid) returns text', decide, names, 'funds', [])}
do $paid$
begin
  execute replace(pg_get_functiondef('funds.return_payment(uuid, uuid, bigint, text, uuid)'::regprocedure),
    '  if p_amount > line.amount', E'  if line.state <> ''paid'' then return ''open 0''; end if;\\n  if p_amount > line.amount');
end $paid$;
`,
);
