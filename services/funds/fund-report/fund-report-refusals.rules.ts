// What is refused about monthly fund reports (资金月报): a code that is never renamed, and why, in Chinese and English.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const fundReportRefusals = {
  reportNotYours: refusal(
    'FUND_REPORT_NOT_YOURS',
    '资金月报由本区、本功能区报送',
    'A district or zone reports on its own funds',
  ),
  reportTooEarly: refusal(
    'FUND_REPORT_TOO_EARLY',
    '{month} 尚未结束，不能报送',
    '{month} is not over and cannot be reported',
  ),
  reportMade: refusal('FUND_REPORT_MADE', '{month} 的资金月报已报送', 'The fund report of {month} was made already'),
  reportConfirmed: refusal('FUND_REPORT_CONFIRMED', '该月报已确认', 'This report is confirmed already'),
  reportOwn: refusal(
    'FUND_REPORT_OWN',
    '月报须由报送人以外的人确认',
    'A fund report is confirmed by somebody else than who made it',
  ),
} satisfies Record<string, RefusalMaker>;
