// Progress is reported, verified on the spot and confirmed: by three people of three units; and a checklist tells who issued it and what it says.
import { migration } from '#platform/database/migration';

const verified = ['verified_by', 'verified_unit', 'verified_at', 'verification'];
const decided = ['confirmed_by', 'confirmed_unit', 'confirmed_at', 'outcome', 'remark'];
const same = (columns: readonly string[]) => {
  const list = `array[${['path', ...columns].map((column) => `'${column}'`).join(', ')}]`;
  return `to_jsonb(old) - ${list} = to_jsonb(new) - ${list}`;
};

export const verifiedProgress = migration(
  1700000000054,
  'VerifiedProgress',
  () => `
alter table assessments.checklist add column issuer text, add column text text;

alter table assessments.progress
  add column verified_by uuid,
  add column verified_unit uuid,
  add column verified_at timestamptz,
  add column verification text,
  add constraint progress_verified_four_eyes check (verified_by <> reported_by and verified_by <> confirmed_by),
  add constraint progress_verified_other_unit check (verified_unit <> reported_unit and verified_unit <> unit_id and verified_unit <> confirmed_unit),
  add constraint progress_verified_whole check ((verified_by is null) = (verified_at is null) and (verified_by is null) = (verification is null)),
  add constraint progress_done_is_verified check (outcome <> 'confirmed' or percent < 100 or verified_by is not null);
create or replace function assessments.progress_is_decided_once() returns trigger language plpgsql as $once$
begin
  if tg_op = 'UPDATE' then
    if ${same([])} then return new; end if;
    if old.outcome is null and ${same(decided)} then return new; end if;
    if old.outcome is null and old.verified_at is null and ${same(verified)} then return new; end if;
  end if;
  raise exception 'rows of assessments.progress are decided once and never changed' using errcode = 'integrity_constraint_violation', constraint = 'assessments_progress_decided_once';
end $once$;
`,
);
