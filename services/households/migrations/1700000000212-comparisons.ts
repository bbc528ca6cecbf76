// Comparisons with other bureaus (数据比对): of a list its counts stay, of a match the one sealed thing that its verifier needs, until it is closed.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, protect } from '#platform/database/protect';

const moving = `array['household_id', 'region_id', 'path']`;
const told = `array['household_id', 'region_id', 'path', 'hands', 'fact_sealed', 'verdict', 'verify_note', 'verified_by', 'verified_at', 'outcome', 'close_note',
      'closed_by', 'closed_at']`;

export const addComparisons = migration(
  1700000000212,
  'AddComparisons',
  (names) => `
create table households.comparison (
  id uuid primary key,
  kind text not null,
  bureau text not null,
  document_number text,
  as_of date not null,
  pack_name text not null,
  pack_hash text not null,
  rule text not null,
  row_count int not null,
  ill_formed int not null,
  matched int not null,
  asked int not null,
  region_id uuid not null,
  path text collate "C" not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null default clock_timestamp(),
  constraint comparison_counts check (row_count >= matched + ill_formed and matched >= asked and least(ill_formed, matched, asked) >= 0)
);
create index comparison_in_order on households.comparison (path, id);
${protect('households.comparison', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.comparison', 'households', ['region_id', 'path'])}

create table households.comparison_match (
  id uuid primary key,
  comparison_id uuid not null references households.comparison (id),
  kind text not null,
  rule text not null,
  pack_hash text not null,
  member_id uuid not null references households.member (id),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  fact_sealed bytea,
  verify_due_on date not null,
  close_due_on date not null,
  verdict text constraint comparison_match_verdict check (verdict in ('confirmed', 'not-so', 'no-effect')),
  verify_note text,
  verified_by uuid,
  verified_at timestamptz,
  outcome text constraint comparison_match_outcome check (outcome in ('corrected', 'stands')),
  close_note text,
  closed_by uuid,
  closed_at timestamptz,
  constraint comparison_match_verified_whole check ((verdict is null) = (verified_by is null) and (verdict is null) = (verified_at is null)),
  constraint comparison_match_closed_whole check ((outcome is null) = (closed_by is null) and (outcome is null) = (closed_at is null)),
  constraint comparison_match_verified_first check (closed_at is null or verified_at is not null),
  constraint comparison_match_erased_at_close check ((fact_sealed is null) = (closed_at is not null)),
  constraint comparison_match_four_eyes check (closed_by <> verified_by),
  constraint comparison_match_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create unique index comparison_match_open_once on households.comparison_match (member_id, kind) where closed_at is null;
create index comparison_match_in_order on households.comparison_match (path, id);
create index comparison_match_of_member on households.comparison_match (member_id);
create index comparison_match_of_household on households.comparison_match (household_id);
create index comparison_match_of_list on households.comparison_match (comparison_id, id);
${protect('households.comparison_match', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
})}
-- What was asked never changes; a match that is closed never does; one that is verified may be handed back before it is closed.
create function households.comparison_match_goes_on() returns trigger language plpgsql as $goes$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - ${moving} = to_jsonb(new) - ${moving} then return new; end if;
    if old.closed_at is null and to_jsonb(old) - ${told} = to_jsonb(new) - ${told}
      and (new.fact_sealed is not distinct from old.fact_sealed or new.fact_sealed is null) then return new; end if;
  end if;
  raise exception 'a match is verified and closed, and never changed besides' using errcode = 'integrity_constraint_violation', constraint = 'comparison_match_goes_on';
end $goes$;
create trigger goes_on before update or delete on households.comparison_match for each row execute function households.comparison_match_goes_on();
create trigger goes_on_truncate before truncate on households.comparison_match for each statement execute function households.comparison_match_goes_on();
`,
);
