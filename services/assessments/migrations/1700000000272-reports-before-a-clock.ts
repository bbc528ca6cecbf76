// A report by the public comes in also where no clock is in force: its deadline is unknown, and set once by the clock that comes.
import { migration } from '#platform/database/migration';

export const reportsBeforeAClock = migration(
  1700000000272,
  'ReportsBeforeAClock',
  (names) => `
create or replace function assessments.public_report_is_decided_once() returns trigger language plpgsql as $once$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - array['path'] = to_jsonb(new) - array['path'] then return new; end if;
    if old.replied_at is null and to_jsonb(old) - array['path', 'reply', 'replied_by', 'replied_at'] = to_jsonb(new) - array['path', 'reply', 'replied_by', 'replied_at'] then return new; end if;
    if old.reply_due_on is null and old.replied_at is null
      and to_jsonb(old) - array['path', 'reply_due_on', 'due_assumed'] = to_jsonb(new) - array['path', 'reply_due_on', 'due_assumed'] then return new; end if;
  end if;
  raise exception 'rows of assessments.public_report are decided once and never changed' using errcode = 'integrity_constraint_violation', constraint = 'assessments_public_report_decided_once';
end $once$;
grant update (reply_due_on, due_assumed) on assessments.public_report to ${names.kind('region')};
create index public_report_without_day on assessments.public_report (path, id) where reply_due_on is null and replied_at is null;
`,
);
