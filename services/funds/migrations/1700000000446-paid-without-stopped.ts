// Lines that an objection stops are left out of a payment (异议停发): their money goes back to its lot, the rest of the batch is paid.
import { migration } from '#platform/database/migration';
import { redefined } from '#platform/database/protect';

const pay = `
declare
  batch disbursement;
  stopped uuid[];
  due uuid[];
  fen bigint;
begin
  select * into batch from disbursement d where d.id = p_id and funds.in_scope(d.path) for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.state <> 'approved' then return 'state ' || batch.state; end if;
  select array_agg(l.id order by l.id) filter (where funds.notice_stops('disbursement', p_id, l.id)),
      array_agg(l.id order by l.id) filter (where not funds.notice_stops('disbursement', p_id, l.id)), sum(l.amount) filter (where not funds.notice_stops('disbursement', p_id, l.id))
    into stopped, due, fen from disbursement_line l where l.disbursement_id = p_id and l.state = 'reserved';
  if due is null then return 'stopped'; end if;
  if stopped is not null then
    perform funds.release_lines(stopped, array(select gen_random_uuid() from unnest(stopped)), '公示异议停发 · stopped by an objection to its posting');
  end if;
  update disbursement set state = 'paid', paid_by = funds.scope_person(), paid_on = funds.today() where id = p_id;
  update disbursement_line set state = 'paid', paid_on = funds.today() where id = any (due);
  perform funds.post_journal(p_journal, 'pay', batch.document_number, null, batch.region_id, batch.path, null, p_id, null, null,
    array[batch.lot_id, batch.lot_id], array['reserved', 'paid'], array[-fen, fen]);
  perform funds.move_line_sums(due, -1, 1);
  return 'done';
end`;

export const paidWithoutStopped = migration(1700000000446, 'PaidWithoutStopped', (names) =>
  redefined('funds.pay_disbursement(p_id uuid, p_journal uuid) returns text', pay, names, 'funds', []),
);
