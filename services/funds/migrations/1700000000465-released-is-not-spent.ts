// What was given back to its lot before it was paid (停发释放) is neither committed nor spent: a project may use it for others.
import { migration } from '#platform/database/migration';

export const releasedIsNotSpent = migration(
  1700000000465,
  'ReleasedIsNotSpent',
  () => `
do $released$
declare
  signature text;
begin
  foreach signature in array array['funds.project_committed(uuid)', 'funds.project_money(uuid[])'] loop
    execute replace(pg_get_functiondef(signature::regprocedure), 'd.total - d.returned', 'd.total - d.released - d.returned');
  end loop;
end $released$;
`,
);
