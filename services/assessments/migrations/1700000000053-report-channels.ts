// Public reports from telephone, letters and press: with a day by which they are answered, and who told them sealed, for nobody who answers.
import { migration } from '#platform/database/migration';
import { inRange } from '#platform/database/protect';

export const reportChannels = migration(
  1700000000053,
  'ReportChannels',
  (names) => `
alter table assessments.public_report
  add column channel text not null default 'online' constraint public_report_channel check (channel in ('online', 'hotline', 'letter', 'media')),
  add column reply_due_on date,
  add column due_assumed boolean not null default false,
  add column registered_by uuid,
  add column reporter_sealed bytea,
  alter column reported_by drop not null,
  add constraint public_report_filed_or_registered check ((reported_by is null) = (registered_by is not null)),
  add constraint public_report_online_is_filed check ((channel = 'online') = (reported_by is not null)),
  -- Who took the call knows who called: somebody else answers.
  add constraint public_report_not_by_registrar check (replied_by <> registered_by);
grant select (channel, reply_due_on, due_assumed) on assessments.public_report to ${names.kind('region')};
grant insert (id, receipt, region_id, path, content, filed_at, channel, reply_due_on, due_assumed, registered_by, reporter_sealed)
  on assessments.public_report to ${names.kind('region')};
-- Inspectors alone may be told who told, and of a report nothing but that.
create policy issuer on assessments.public_report for select to ${names.kind('issuer')} using (${inRange('path')});
grant select (id, path, reporter_sealed) on assessments.public_report to ${names.kind('issuer')};
`,
);
