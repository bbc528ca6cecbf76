// Monthly fund reports (资金月报): figures frozen when they are reported, confirmed by another person; and exemptions from reporting.
import { decidedOnce } from '#platform/database/decided-once';
import { exemptionTable } from '#platform/database/exemption-table';
import { migration } from '#platform/database/migration';
import { inRange, protect, type Reach } from '#platform/database/protect';

const region: Reach = { rows: inRange('path'), verbs: ['select', 'insert', 'update'] };

export const fundReports = migration(
  1700000000320,
  'FundReports',
  (names) => `
create table funds.fund_report (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  month text collate "C" not null constraint fund_report_month check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  allotted bigint not null,
  available bigint not null,
  reserved bigint not null,
  paid bigint not null,
  returned bigint not null,
  note text not null constraint fund_report_note_length check (length(note) between 2 and 2000),
  reported_by uuid not null,
  reported_at timestamptz not null default clock_timestamp(),
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint fund_report_once unique (region_id, month),
  constraint fund_report_month_over check ((reported_at at time zone 'Asia/Shanghai')::date >= ((month || '-01')::date + interval '1 month')::date),
  constraint fund_report_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint fund_report_four_eyes check (confirmed_by <> reported_by)
);
create index fund_report_in_order on funds.fund_report (path, month);
${protect('funds.fund_report', names, { region })}
${decidedOnce('funds.fund_report', 'confirmed_at', ['confirmed_by', 'confirmed_at'])}
${exemptionTable('funds', names, 'constraint obligation_exemption_of_region check (subject_id = region_id)', { region })}
`,
);
