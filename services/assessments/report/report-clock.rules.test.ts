// By when a report is answered: working days by the State Council's calendar, and Monday to Friday, said to be assumed, where there is none.
import { readData } from '#platform/process/read-data';
import { parsePack } from '#platform/vocabulary/pack';
import { shippedCalendar } from '../../../data/load/shipped-packs';
import { refusals } from '../refusals';
import { replyDue, reportClockKind } from './report-clock.rules';

const calendar = shippedCalendar();

test('the holidays do not count, and the days worked in their stead do', () => {
  expect(replyDue('2018-05-14', 5, calendar)).toEqual({ dueOn: '2018-05-21', assumed: false });
  // National Day: 1 to 7 October off, 29 and 30 September worked.
  expect(replyDue('2018-09-27', 5, calendar)).toEqual({ dueOn: '2018-10-09', assumed: false });
});

test('a year whose holidays are not known is counted from Monday to Friday, and it is said', () => {
  expect(replyDue('2026-11-25', 5, calendar)).toEqual({ dueOn: '2026-12-02', assumed: true });
});

test('the clock that ships is sound, and says what it assumes', () => {
  const clocks = readData('report-clocks', (json) => parsePack(reportClockKind.schema, json, refusals.packNotInForce));
  expect(clocks.map(({ workdays, assumed }) => [workdays.hotline, assumed.length])).toEqual([[5, 1]]);
});
