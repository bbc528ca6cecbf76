// Secret visits, which nobody but their inspector knows before release, and what citizens report.
import { migration } from '#platform/database/migration';
import { inRange, isMine, protect } from '#platform/database/protect';
import { decidedOnce } from './decided-once';

export const inspectionsAndReports = migration(
  1700000000003,
  'InspectionsAndReports',
  (names) => `
create table assessments.inspection (
  id uuid primary key,
  issuer_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  kind text not null constraint inspection_kind check (kind in ('secret-visit', 'special-inspection')),
  visited_on date not null,
  findings text not null,
  recorded_at timestamptz not null,
  released_at timestamptz,
  constraint inspection_released_after check (released_at >= recorded_at)
);
create index inspection_released_in_order on assessments.inspection (path, id) where released_at is not null;
create index inspection_of_issuer on assessments.inspection (issuer_id, id);
${protect('assessments.inspection', names, {
  issuer: { rows: isMine('issuer_id'), verbs: ['select', 'insert', 'update'] },
  region: `${inRange('path')} and released_at is not null`,
})}
${decidedOnce('assessments.inspection', 'assessments', 'released_at', ['released_at'])}

create table assessments.public_report (
  id uuid primary key,
  receipt text not null constraint public_report_receipt_unique unique,
  region_id uuid not null,
  path text collate "C" not null,
  content text not null,
  reported_by uuid not null,
  filed_at timestamptz not null,
  reply text,
  replied_by uuid,
  replied_at timestamptz,
  constraint public_report_reply_whole check ((reply is null) = (replied_by is null) and (reply is null) = (replied_at is null)),
  constraint public_report_not_to_oneself check (replied_by <> reported_by)
);
create index public_report_in_order on assessments.public_report (path, id);
create index public_report_of_reporter on assessments.public_report (reported_by, id);
${protect('assessments.public_report', names, {
  own: { rows: isMine('reported_by'), verbs: ['select', 'insert'] },
  region: inRange('path'),
})}
-- Officials answer a report without learning who filed it: the column itself is closed to them.
revoke select on assessments.public_report from ${names.kind('region')};
grant select (id, receipt, region_id, path, content, filed_at, reply, replied_by, replied_at), update (reply, replied_by, replied_at)
  on assessments.public_report to ${names.kind('region')};
${decidedOnce('assessments.public_report', 'assessments', 'replied_at', ['reply', 'replied_by', 'replied_at'])}
`,
);
