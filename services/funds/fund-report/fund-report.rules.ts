// Monthly fund reports (资金月报): of a month that is over, by the region's own officer, confirmed by another person.

import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { fundReportRefusals } from './fund-report-refusals.rules';

export function checkReport(
  form: { regionId: string; month: string; note: string },
  own: string | null,
  today: CalendarDay,
): void {
  const { regionId, month, note } = form;
  if (regionId !== own) throw fundReportRefusals.reportNotYours();
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month))
    throw invalidInput('month', '月份须为 2018-05 的形式', 'a month is written like 2018-05', { value: month });
  if (today.slice(0, 7) <= month) throw fundReportRefusals.reportTooEarly({ month });
  if (note.trim().length < 2 || note.length > 2000)
    throw invalidInput('note', '说明须为 2 至 2000 字', 'a note has 2 to 2000 characters');
  refusePersonalNumbers('note', note);
}

export function checkConfirmation(
  report: { reportedBy: string; confirmedAt: Date | null },
  personId: string | null,
): void {
  if (report.confirmedAt !== null) throw fundReportRefusals.reportConfirmed();
  if (report.reportedBy === personId) throw fundReportRefusals.reportOwn();
}
