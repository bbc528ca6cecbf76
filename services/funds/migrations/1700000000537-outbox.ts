// What funds tells the other subgraphs (对外事件): appended in the transaction of the fact, numbered without a gap in the order in which these commit.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, protect } from '#platform/database/protect';

/**
 * The one row of the head is held until the teller commits: whoever tells next waits for that, so that a reader who has seen an epoch has
 * seen all before it. A sequence would leave gaps, and numbers that come to be seen after greater ones.
 */
const tell = `
declare
  reached int;
begin
  update outbox_head set epoch = epoch + 1 returning epoch into reached;
  insert into outbox_event (epoch, kind, subject_id, body, told_by) values (reached, p_kind, p_subject, p_body, funds.scope_person());
  return reached;
end`;

const after = `
begin
  return query select e.epoch, e.kind, e.subject_id, e.body, e.told_at from outbox_event e
    where e.epoch > p_after order by e.epoch limit least(greatest(p_first, 1), 200);
end`;

export const addOutbox = migration(
  1700000000537,
  'AddOutbox',
  (names) => `
create table funds.outbox_head (
  only_one boolean primary key default true constraint outbox_head_only_one check (only_one),
  epoch int not null constraint outbox_head_epoch check (epoch >= 0)
);
insert into funds.outbox_head (epoch) values (0);
create table funds.outbox_event (
  epoch int primary key constraint outbox_event_epoch check (epoch > 0),
  kind text not null constraint outbox_event_kind check (kind ~ '^[a-z][a-z-]{2,40}$'),
  subject_id uuid not null,
  body jsonb not null constraint outbox_event_body check (jsonb_typeof(body) = 'object'),
  told_by uuid,
  told_at timestamptz not null default clock_timestamp()
);
${protect('funds.outbox_head', names, {})}
${protect('funds.outbox_event', names, {})}
${appendOnly('funds.outbox_event', 'funds')}
${definer('funds.tell_others(p_kind text, p_subject uuid, p_body jsonb) returns int', tell, names, 'funds', ['region'])}
${definer(
  'funds.events_after(p_after int, p_first int) returns table (epoch int, kind text, subject_id uuid, body jsonb, told_at timestamptz)',
  after,
  names,
  'funds',
  ['public'],
)}
`,
);
