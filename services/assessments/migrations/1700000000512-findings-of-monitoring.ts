// A finding may come from a violation that the monitoring of settlements upheld (监测认定的问题): one finding a violation, which it keeps as where it comes from.
import { migration } from '#platform/database/migration';

export const findingsOfMonitoring = migration(
  1700000000512,
  'FindingsOfMonitoring',
  () => `
alter table assessments.finding add column violation_id uuid,
  drop constraint finding_source,
  add constraint finding_source check (source in ('inspection', 'public-report', 'manual', 'monitoring')),
  drop constraint finding_source_named,
  add constraint finding_source_named check ((source = 'inspection') = (inspection_id is not null) and (source = 'public-report') = (report_id is not null)
    and (source = 'monitoring') = (violation_id is not null)),
  add constraint finding_violation_once unique (violation_id);
do $kept$
declare
  body text := pg_get_functiondef((select p.oid from pg_proc p where p.proname = 'finding_follows_its_table' and p.pronamespace = 'assessments'::regnamespace));
  was constant text := 'old.report_id is not distinct from new.report_id';
begin
  if position(was in body) = 0 then raise exception 'the table of findings does not say %', was; end if;
  execute replace(body, was, was || ' and old.violation_id is not distinct from new.violation_id');
end $kept$;
`,
);
