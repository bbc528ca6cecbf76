// Mutual checks: who checks whom, drawn once from a seed, and what peers recorded of each other.
import { migration } from '#platform/database/migration';
import { appendOnly, isMine, isOpen, protect } from '#platform/database/protect';

const ofDraw = 'exists (select 1 from assessments.peer_draw d where d.id = draw_id)';
/** Under a supervision of one's own: the policy of supervisions decides. */
const ofMySupervision =
  'assignment_id is not null and exists (select 1 from assessments.supervision s where s.id = supervision_id)';

export const peerChecks = migration(
  1700000000097,
  'PeerChecks',
  (names) => `
create table assessments.peer_draw (
  id uuid primary key,
  supervision_id uuid not null constraint peer_draw_once unique references assessments.supervision (id),
  issuer_id uuid not null,
  seed text not null constraint peer_draw_seed check (seed ~ '^[0-9a-f]{64}$'),
  list_hash text not null,
  pack_hash text not null,
  checks_each int not null constraint peer_draw_checks check (checks_each > 0),
  drawn_at timestamptz not null
);
${protect('assessments.peer_draw', names, {
  issuer: { rows: isMine('issuer_id'), verbs: ['select', 'insert'] },
  region: isOpen(),
  unit: isOpen(),
})}
alter policy issuer on assessments.peer_draw with check (${isMine('issuer_id')}
  and exists (select 1 from assessments.supervision s where s.id = supervision_id and s.form = 'mutual'));
${appendOnly('assessments.peer_draw', 'assessments')}

create table assessments.peer_assignment (
  id uuid primary key,
  draw_id uuid not null references assessments.peer_draw (id),
  place int not null,
  checker_id uuid not null references assessments.supervision_subject (id),
  checked_id uuid not null references assessments.supervision_subject (id),
  mutual boolean not null,
  constraint peer_assignment_not_oneself check (checker_id <> checked_id),
  constraint peer_assignment_place_once unique (draw_id, place),
  constraint peer_assignment_once unique (draw_id, checker_id, checked_id)
);
-- No two check each other, but where their number leaves no other way.
create unique index peer_assignment_not_each_other on assessments.peer_assignment (draw_id, least(checker_id, checked_id), greatest(checker_id, checked_id)) where not mutual;
${protect('assessments.peer_assignment', names, {
  issuer: { rows: ofDraw, verbs: ['select', 'insert'] },
  region: isOpen(),
  unit: isOpen(),
})}
${appendOnly('assessments.peer_assignment', 'assessments')}

alter table assessments.inspection
  add column assignment_id uuid constraint inspection_of_assignment_once unique references assessments.peer_assignment (id),
  add constraint inspection_assigned_under_supervision check (assignment_id is null or supervision_id is not null);
-- Who organised the checks reads the peers' records and releases them with his supervision.
alter policy issuer on assessments.inspection using (${isMine('issuer_id')} or (${ofMySupervision}))
  with check (${isMine('issuer_id')} or (${ofMySupervision}));
create function assessments.peer_record_is_its_writers() returns trigger language plpgsql as $peer$
begin
  if new.issuer_id::text <> nullif(current_setting('scope.person', true), '') then
    raise exception 'a record of a peer is written by nobody for another' using errcode = 'integrity_constraint_violation', constraint = 'inspection_of_peer_is_its_writers';
  end if;
  return new;
end $peer$;
create trigger peer_record_is_its_writers before insert on assessments.inspection for each row when (new.assignment_id is not null)
  execute function assessments.peer_record_is_its_writers();
`,
);
