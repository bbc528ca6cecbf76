// Cases of programmes (专项事项): a case moves by a step alone, steps are appended, and whoever checks is another person than who made.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isListed, protect } from '#platform/database/protect';

/** What a step says of the case from now on; the rules know the pack, this knows the turn. */
const takeStep = `
begin
  update programme_case c set state = new.to_state, steps = new.ordinal, facts = c.facts || new.facts, holds = new.holds, payable = new.payable,
    maker_id = case when new.hand = 'makes' then new.taken_by else c.maker_id end,
    checker_id = case new.hand when 'makes' then null when 'checks' then new.taken_by else c.checker_id end,
    document_number = coalesce(new.document_number, c.document_number), waiting_posts = new.waiting_posts, waiting_check = new.waiting_check,
    since = new.taken_at, due_on = new.due_on
  where c.id = new.case_id and c.state = new.from_state and c.steps = new.ordinal - 1;
  if not found then
    raise exception 'a case takes its steps in turn' using errcode = 'integrity_constraint_violation', constraint = 'programme_step_in_turn';
  end if;
  return new;
end`;

export const addProgrammes = migration(
  1700000000250,
  'AddProgrammes',
  (names) => `
create table households.programme_case (
  id uuid primary key,
  number text not null constraint programme_case_number_unique unique,
  programme text not null constraint programme_case_programme check (programme in ('dibao', 'house-renovation', 'hardship', 'love-package')),
  household_id uuid not null,
  member_id uuid,
  batch_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  pack_name text not null,
  pack_hash text not null constraint programme_case_pack_hash check (pack_hash ~ '^[0-9a-f]{64}$'),
  facts jsonb not null,
  state text not null,
  steps int not null default 0 constraint programme_case_steps check (steps >= 0),
  holds boolean not null,
  payable boolean not null,
  maker_id uuid,
  checker_id uuid,
  document_number text,
  opened_by uuid not null,
  opened_at timestamptz not null,
  waiting_posts text[] not null,
  waiting_check boolean not null,
  since timestamptz not null,
  due_on date,
  constraint programme_case_four_eyes check (checker_id <> maker_id),
  constraint programme_case_paid_on_document check (not payable or document_number is not null),
  constraint programme_case_begins_unpaid check (steps > 0 or not payable),
  constraint programme_case_of_batch check ((programme = 'love-package') = (batch_id is not null)),
  constraint programme_case_place unique (id, household_id, region_id, path),
  constraint programme_case_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade,
  constraint programme_case_member foreign key (member_id, household_id) references households.member (id, household_id)
);
create unique index programme_case_once on households.programme_case
  (programme, household_id, coalesce(member_id, household_id), coalesce(batch_id, household_id)) where holds;
create index programme_case_in_order on households.programme_case (path, id);
create index programme_case_by_state on households.programme_case (path, programme, state);
create index programme_case_of_household on households.programme_case (household_id, id);
${protect('households.programme_case', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
  unit: inRange('path'),
})}

create table households.programme_step (
  case_id uuid not null,
  ordinal int not null constraint programme_step_ordinal check (ordinal >= 1),
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  code text not null,
  from_state text not null,
  to_state text not null,
  hand text constraint programme_step_hand check (hand in ('makes', 'checks')),
  facts jsonb not null,
  document_number text,
  remark text,
  taken_by uuid not null,
  taken_for uuid,
  taken_post text not null,
  taken_at timestamptz not null,
  holds boolean not null,
  payable boolean not null,
  waiting_posts text[] not null,
  waiting_check boolean not null,
  due_on date,
  constraint programme_step_once primary key (case_id, ordinal),
  constraint programme_step_of_case foreign key (case_id, household_id, region_id, path)
    references households.programme_case (id, household_id, region_id, path) on update cascade
);
${protect('households.programme_step', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
  unit: inRange('path'),
})}
${appendOnly('households.programme_step', 'households', ['region_id', 'path'])}
${definer('households.take_programme_step() returns trigger', takeStep, names, 'households', [])}
create trigger takes_its_step after insert on households.programme_step for each row execute function households.take_programme_step();
`,
);
