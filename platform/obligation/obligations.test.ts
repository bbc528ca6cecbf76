// The calculator against a naive one that walks day by day, and what a single fact, exemption or day may change.
import fc from 'fast-check';
import { shippedCalendar } from '../../data/load/shipped-packs';
import { addDays } from '../vocabulary/calendar-day';
import { countsOf, owedOf } from './counts';
import { lastDayOf, parsePeriod } from './days';
import type { Rhythm } from './obligation-pack';
import {
  type Evidence,
  type Exempted,
  type Grounds,
  type Obligation,
  obligationsOf,
  type Subject,
} from './obligations';
import { windowsOf } from './windows';

const calendar = shippedCalendar();
const day = fc.integer({ min: 0, max: 200 }).map((at) => addDays('2017-12-15', at));
const subjectIds = ['a', 'b', 'c'];
const subject = fc.constantFrom(...subjectIds);
const rhythm = fc.constantFrom<Rhythm>(
  { every: 'week' },
  { every: 'month' },
  { every: 'quarter' },
  { every: 'year', by: '03-20' },
  { every: 'past-month', withinDaysAfter: 5 },
);
const months = ['2017-12', '2018-01', '2018-02', '2018-03', '2018-04'];

const cases = fc
  .record({
    rhythm,
    times: fc.integer({ min: 1, max: 3 }),
    period: fc.constantFrom('2018', '2018Q1', '2018-02', '2018Q2'),
    subjects: fc.uniqueArray(fc.record({ id: subject, boundFrom: day, boundUntil: fc.option(day) }), {
      selector: ({ id }) => id,
    }),
    facts: fc.array(fc.record({ subject, on: day, turn: fc.constantFrom(...months) }), { maxLength: 40 }),
    exempt: fc.array(fc.record({ subject, at: fc.nat(20) }), { maxLength: 4 }),
    today: day,
  })
  .map(({ rhythm, times, period, subjects, facts, exempt, today }) => {
    const line = { code: 'line', rhythm, times: 'withinDaysAfter' in rhythm ? 1 : times };
    const windows = windowsOf(
      { rhythm, effectiveFrom: '2016-01-01', effectiveTo: null },
      parsePeriod(period),
      calendar,
    );
    const evidence: Evidence[] = facts.map((fact, at) => ({ id: `e${String(at).padStart(3, '0')}`, ...fact }));
    const exempted: Exempted[] = exempt.flatMap(({ subject, at }) => {
      const window = windows[at % Math.max(windows.length, 1)];
      return window ? [{ subject, from: window.from }] : [];
    });
    return { line, grounds: { windows, subjects: subjects as Subject[], evidence, exempted, today } };
  });

/** Day by day, with nothing clever: what a clerk with a calendar on the wall would do. */
function naive(line: { code: string; rhythm: Rhythm; times: number }, grounds: Grounds): Obligation[] {
  const { windows, subjects, evidence, exempted, today } = grounds;
  const answers: Obligation[] = [];
  for (const { id, boundFrom, boundUntil } of subjects)
    for (const window of windows) {
      let last = window.from;
      while (addDays(last, 1) !== window.until) last = addDays(last, 1);
      if (today < window.from || last < boundFrom || (boundUntil !== null && last >= boundUntil)) continue;
      let done: Evidence | null = null;
      let daysDone = 0;
      for (let at = '2017-12-01'; at <= today; at = addDays(at, 1)) {
        const inWindow = 'withinDaysAfter' in line.rhythm ? true : at >= window.from && at < window.until;
        const facts = evidence.filter((fact) => {
          const fits = 'withinDaysAfter' in line.rhythm ? fact.turn === window.turn : inWindow;
          return fact.subject === id && fact.on === at && fits;
        });
        if (facts.length === 0) continue;
        daysDone += 1;
        if (daysDone === line.times && !done) done = facts.sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null;
      }
      const exempt = exempted.some((each) => each.subject === id && each.from === window.from);
      let state: Obligation['state'] = today > last ? 'overdue' : 'due';
      if (exempt) state = 'exempt';
      if (done) state = done.on <= last ? 'fulfilled' : 'late';
      answers.push({
        line: line.code,
        subject: id,
        window,
        state,
        fulfilledBy: done?.id ?? null,
        fulfilledOn: done?.on ?? null,
      });
    }
  return answers;
}

test('the calculator answers as the naive one does', () => {
  fc.assert(
    fc.property(cases, ({ line, grounds }) => {
      expect(obligationsOf(line, grounds)).toEqual(naive(line, grounds));
    }),
    { numRuns: 400 },
  );
});

test('the order of facts, subjects and exemptions changes nothing', () => {
  fc.assert(
    fc.property(cases, ({ line, grounds }) => {
      const turned = {
        ...grounds,
        evidence: [...grounds.evidence].reverse(),
        exempted: [...grounds.exempted].reverse(),
      };
      expect(obligationsOf(line, turned)).toEqual(obligationsOf(line, grounds));
    }),
    { numRuns: 100 },
  );
});

test('a fact taken away changes the windows of its own subject that it lay in, and no other', () => {
  fc.assert(
    fc.property(cases, fc.nat(), ({ line, grounds }, pick) => {
      const lost = grounds.evidence[pick % Math.max(grounds.evidence.length, 1)];
      if (!lost) return;
      const without = { ...grounds, evidence: grounds.evidence.filter((fact) => fact !== lost) };
      const before = obligationsOf(line, grounds);
      const after = obligationsOf(line, without);
      expect(after).toHaveLength(before.length);
      after.forEach((now, at) => {
        const { window, subject: owner } = now;
        const touched =
          'withinDaysAfter' in line.rhythm
            ? lost.turn === window.turn
            : lost.on >= window.from && lost.on < window.until;
        if (owner !== lost.subject || !touched) expect(now).toEqual(before[at]);
      });
    }),
    { numRuns: 200 },
  );
});

test('as days pass, what is due is fulfilled or becomes overdue, and no obligation goes away', () => {
  fc.assert(
    fc.property(cases, ({ line, grounds }) => {
      const later = obligationsOf(line, { ...grounds, today: addDays(grounds.today, 1) });
      const now = obligationsOf(line, grounds);
      expect(owedOf(countsOf(later)) + countsOf(later).exempt).toBeGreaterThanOrEqual(now.length);
      for (const each of now) {
        const next = later.find(
          ({ subject: owner, window }) => owner === each.subject && window.turn === each.window.turn,
        );
        if (each.state === 'fulfilled' || each.state === 'late') expect(next).toEqual(each);
        if (each.state === 'overdue') expect(['overdue', 'late']).toContain(next?.state);
        if (next?.state === 'overdue') expect(lastDayOf(each.window) < addDays(grounds.today, 1)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
