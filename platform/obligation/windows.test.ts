// Windows and the calendar: quarters are made of months, no week falls out but those without a workday, holidays are the State Council's.
import fc from 'fast-check';
import { shippedBook, shippedCalendar } from '../../data/load/shipped-packs';
import { addDays } from '../vocabulary/calendar-day';
import { lastDayOf, parsePeriod, weekdayOf } from './days';
import type { Rhythm } from './obligation-pack';
import { windowsOf } from './windows';

const calendar = shippedCalendar();
const always = { effectiveFrom: '2016-01-01', effectiveTo: null };
const turns = (rhythm: Rhythm, period: string, effect = {}) =>
  windowsOf({ rhythm, ...always, ...effect }, parsePeriod(period), calendar).map(({ turn }) => turn);

test('the State Council moved weekends: workdays of 2018 and 2019', () => {
  for (const off of ['2018-02-15', '2018-02-21', '2018-04-06', '2018-12-31', '2019-05-03', '2019-01-01'])
    expect([off, calendar.isWorkday(off)]).toEqual([off, false]);
  for (const worked of [
    '2018-02-11',
    '2018-02-24',
    '2018-04-08',
    '2018-09-30',
    '2018-12-29',
    '2019-05-05',
    '2018-02-14',
  ])
    expect([worked, calendar.isWorkday(worked)]).toEqual([worked, true]);
  // 2018 had 250 workdays, 249 once the notice for 2019 took 31 December and gave Saturday 29 for it: again 250.
  const days = Array.from({ length: 365 }, (_, at) => addDays('2018-01-01', at));
  expect(days.filter((day) => calendar.isWorkday(day))).toHaveLength(250);
  expect(() => calendar.isWorkday('2021-03-01')).toThrow(expect.objectContaining({ code: 'CALENDAR_UNKNOWN' }));
});

test('a week without a workday carries no duty: National Day 2018, Spring Festival 2019', () => {
  expect(turns({ every: 'week' }, '2018-10')).toEqual(['2018-W41', '2018-W42', '2018-W43']);
  expect(turns({ every: 'week' }, '2018-02')).toEqual(['2018-W05', '2018-W06', '2018-W07', '2018-W08']);
  expect(turns({ every: 'week' }, '2019-02')).toEqual(['2019-W05', '2019-W07', '2019-W08']);
  expect(turns({ every: 'week' }, '2018')).toHaveLength(51);
});

test('a turn belongs to the period in which its last day lies', () => {
  expect(turns({ every: 'past-month', withinDaysAfter: 5 }, '2018Q2')).toEqual(['2018-03', '2018-04', '2018-05']);
  expect(turns({ every: 'year', by: '06-30' }, '2018Q2')).toEqual(['2018']);
  expect(turns({ every: 'year', by: '06-30' }, '2018Q3')).toEqual([]);
  expect(turns({ every: 'half-year' }, '2018')).toEqual(['2018H1', '2018H2']);
  const [report] = windowsOf(
    { rhythm: { every: 'past-month', withinDaysAfter: 5 }, ...always },
    parsePeriod('2018-06'),
    calendar,
  );
  expect(report).toEqual({ turn: '2018-05', from: '2018-06-01', until: '2018-06-06' });
});

test('a line that comes or goes in a year owes what ends in its time', () => {
  const effect = { effectiveFrom: '2018-02-28', effectiveTo: '2018-04-30' };
  expect(turns({ every: 'month' }, '2018', effect)).toEqual(['2018-02', '2018-03']);
});

const rhythms: Rhythm[] = [
  { every: 'week' },
  { every: 'month' },
  { every: 'quarter' },
  { every: 'half-year' },
  { every: 'year', by: '06-30' },
  { every: 'year', by: '02-28' },
  { every: 'past-month', withinDaysAfter: 5 },
  { every: 'past-month', withinDaysAfter: 28 },
];

test('months make up their quarter and quarters their year, without gap or overlap, for every rhythm', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rhythms), fc.constantFrom(2018, 2019), (rhythm, year) => {
      const whole = turns(rhythm, String(year));
      const quarters = [1, 2, 3, 4].flatMap((quarter) => turns(rhythm, `${year}Q${quarter}`));
      const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
      expect(quarters).toEqual(whole);
      expect(months.flatMap((month) => turns(rhythm, month))).toEqual(whole);
      const windows = windowsOf({ rhythm, ...always }, parsePeriod(String(year)), calendar);
      windows.forEach((window, at) => {
        expect(window.from < window.until && window.from >= (windows[at - 1]?.until ?? '')).toBe(true);
        expect(lastDayOf(window).startsWith(String(year))).toBe(true);
        if (rhythm.every === 'week')
          expect([weekdayOf(window.from), addDays(window.from, 7)]).toEqual([1, window.until]);
      });
    }),
    { numRuns: 40 },
  );
});

test('what ships is whole: every line has turns in 2018, and every kind of owner', () => {
  const { lines } = shippedBook();
  const year = parsePeriod('2018');
  const turnsOf = (['organisation', 'households', 'funds'] as const).flatMap((owner) =>
    shippedBook().turnsOf(owner, year),
  );
  expect(turnsOf.map(({ line }) => line.code).sort()).toEqual(lines.map(({ code }) => code).sort());
});

test.each(['2018Q5', '18', '2018-13', '', '2018q1'])('%j is no period', (text) => {
  expect(() => parsePeriod(text)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});
