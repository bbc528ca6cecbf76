// The one calculator of obligations (应尽事项): pack lines, calendar, who is bound and what was done, and out comes who owes what since when.
import type { CalendarDay } from '../vocabulary/calendar-day';
import { lastDayOf } from './days';
import type { ObligationLine } from './obligation-pack';
import { isAfterwards, type Window } from './windows';

export const obligationStates = ['due', 'fulfilled', 'late', 'overdue', 'exempt'] as const;
/** `late`: fulfilled after its window, which is possible only where a fact names its month. */
export type ObligationState = (typeof obligationStates)[number];

export interface Subject {
  id: string;
  /** half-open; whoever is bound on the last day of a window owes it */
  boundFrom: CalendarDay;
  boundUntil: CalendarDay | null;
}

export interface Evidence {
  id: string;
  subject: string;
  on: CalendarDay;
  /** the month that it tells of, for what is told afterwards */
  turn?: string;
}

export interface Exempted {
  subject: string;
  /** first day of the window */
  from: CalendarDay;
}

export interface Obligation {
  line: string;
  subject: string;
  window: Window;
  state: ObligationState;
  fulfilledBy: string | null;
  fulfilledOn: CalendarDay | null;
}

export interface Grounds {
  /** of one line, oldest first, none over another */
  windows: readonly Window[];
  subjects: readonly Subject[];
  evidence: readonly Evidence[];
  exempted: readonly Exempted[];
  today: CalendarDay;
}

/** Linear in subjects x windows and in the evidence. A window that has not begun is not owed yet. */
export function obligationsOf(line: Pick<ObligationLine, 'code' | 'rhythm' | 'times'>, grounds: Grounds): Obligation[] {
  const { subjects, today } = grounds;
  const windows = grounds.windows.filter(({ from }) => from <= today);
  const found = isAfterwards(line.rhythm) ? toldAfterwards(grounds) : doneWithin(line.times, windows, grounds);
  const exempted = new Set(grounds.exempted.map(({ subject, from }) => `${subject} ${from}`));
  return subjects.flatMap((subject) =>
    windows
      .filter((window) => isBound(subject, lastDayOf(window)))
      .map((window) => {
        const done = found.get(`${subject.id} ${window.turn}`);
        const state = stateOf(window, done, exempted.has(`${subject.id} ${window.from}`), today);
        const fulfilled = { fulfilledBy: done?.id ?? null, fulfilledOn: done?.on ?? null };
        return { line: line.code, subject: subject.id, window, state, ...fulfilled };
      }),
  );
}

/** What was done is done, also by whoever was exempted. */
export function stateOf(
  { until }: Window,
  done: { on: CalendarDay } | undefined,
  exempt: boolean,
  today: CalendarDay,
): ObligationState {
  if (done) return done.on < until ? 'fulfilled' : 'late';
  if (exempt) return 'exempt';
  return until <= today ? 'overdue' : 'due';
}

function isBound({ boundFrom, boundUntil }: Subject, day: CalendarDay): boolean {
  return boundFrom <= day && (boundUntil === null || day < boundUntil);
}

/** By subject and turn: the fact of the day that made it enough. */
function doneWithin(times: number, windows: readonly Window[], { evidence, today }: Grounds): Map<string, Evidence> {
  const days = new Map<string, Set<CalendarDay>>();
  const found = new Map<string, Evidence>();
  for (const fact of inOrder(evidence)) {
    const window = fact.on <= today ? windowAt(windows, fact.on) : undefined;
    if (!window) continue;
    const key = `${fact.subject} ${window.turn}`;
    const seen = days.get(key) ?? new Set();
    days.set(key, seen.add(fact.on));
    if (seen.size === times && !found.has(key)) found.set(key, fact);
  }
  return found;
}

function toldAfterwards({ evidence, today }: Grounds): Map<string, Evidence> {
  const found = new Map<string, Evidence>();
  for (const fact of inOrder(evidence)) {
    const key = `${fact.subject} ${fact.turn}`;
    if (fact.on <= today && !found.has(key)) found.set(key, fact);
  }
  return found;
}

/** The same answer in whatever order the facts come. */
function inOrder(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence].sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
}

function windowAt(windows: readonly Window[], day: CalendarDay): Window | undefined {
  let low = 0;
  let high = windows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const window = windows[middle] as Window;
    if (day < window.from) high = middle - 1;
    else if (day >= window.until) low = middle + 1;
    else return window;
  }
  return undefined;
}
