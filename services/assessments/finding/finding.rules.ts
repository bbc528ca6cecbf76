// A finding (问题) on its way: from which state to which, who may take each step, and when it is overdue.
import { invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';

export const findingStates = [
  'found',
  'assigned',
  'accepted',
  'rectifying',
  'closure-requested',
  'rechecked',
  'closed',
  'returned',
  'accountable',
] as const;
export type State = (typeof findingStates)[number];

/** 发现 → 交办 → 签收 → 整改中 → 申请销号 → 复核 → 销号 | 退回; overdue (逾期) is a date, not a state, and lets somebody be held to account. */
export const nextStates: Readonly<Record<State, readonly State[]>> = {
  found: ['assigned'],
  assigned: ['accepted', 'accountable'],
  accepted: ['rectifying', 'accountable'],
  rectifying: ['closure-requested', 'accountable'],
  'closure-requested': ['rechecked', 'returned'],
  rechecked: ['closed', 'returned'],
  returned: ['closure-requested', 'accountable'],
  // Held to account, the unit still owes the rectification: it goes on where it stood.
  accountable: ['accepted', 'rectifying', 'closure-requested'],
  // A relapse (反弹) is assigned anew.
  closed: ['assigned'],
};

export interface StandingFinding {
  state: State;
  leadUnit: string | null;
  dueOn: string | null;
  acceptedAt: Date | null;
  measures: string | null;
  requestedBy: string | null;
  recheckedBy: string | null;
}

export interface Officer {
  personId: string | null;
  unitId: string | null;
}

export function checkMove({ state }: Pick<StandingFinding, 'state'>, to: State): void {
  if (!nextStates[state].includes(to)) throw refusals.findingStateForbids({ state, to });
}

/** Overdue by its date alone: no job has to run for it. */
export function isOverdue({ state, dueOn }: Pick<StandingFinding, 'state' | 'dueOn'>, today: string): boolean {
  return state !== 'closed' && dueOn !== null && dueOn < today;
}

export function checkDueDay(dueOn: string, today: string): void {
  if (dueOn < today) throw refusals.findingDueInPast({ dueOn, today });
}

/** Only the lead unit accepts, plans and asks to close. */
export function checkLeadUnit({ leadUnit }: Pick<StandingFinding, 'leadUnit'>, { unitId }: Officer): void {
  if (unitId === null || unitId !== leadUnit) throw refusals.findingNotYours();
}

/** A step out of `accountable` goes on where the unit stood, and skips nothing. */
export function checkReady(finding: StandingFinding, to: State): void {
  checkMove(finding, to);
  if (finding.state !== 'accountable') return;
  const owed: State =
    finding.acceptedAt === null ? 'accepted' : finding.measures === null ? 'rectifying' : 'closure-requested';
  if (to !== owed) throw refusals.findingStateForbids({ state: finding.state, to });
}

/** Who re-checks did not rectify, and is not of the unit that did. */
export function checkRecheck(finding: StandingFinding, officer: Officer): void {
  if (finding.requestedBy === officer.personId) throw refusals.samePerson();
  if (officer.unitId !== null && officer.unitId === finding.leadUnit) throw refusals.sameUnit();
}

/** A close-out takes a second person beside the one who re-checked: so it is never the finder alone. */
export function checkClosing(finding: StandingFinding, officer: Officer): void {
  checkRecheck(finding, officer);
  if (finding.recheckedBy === officer.personId) throw refusals.samePerson();
}

export function checkAccountable(finding: StandingFinding, today: string): void {
  checkMove(finding, 'accountable');
  if (!isOverdue(finding, today)) throw refusals.findingNotOverdue({ dueOn: finding.dueOn });
}

/** The random end of the id: numbers in a row would tell of findings that are still hidden. */
export function numberOf(id: string): string {
  return `WT-${id.slice(-12).toUpperCase()}`;
}

/** A round of rectification before anything was done: as a finding is recorded, and as it comes back. */
export const emptyRound = {
  acceptedAt: null,
  responsibleId: null,
  measures: null,
  plannedOn: null,
  result: null,
  requestedBy: null,
  requestedAt: null,
  recheckedBy: null,
  recheckedUnit: null,
  recheckedAt: null,
  closedBy: null,
  closedUnit: null,
  closedAt: null,
} as const;

/** Before it is given to anybody. */
export const unassigned = { ...emptyRound, leadUnit: null, dueOn: null, assignedBy: null, assignedAt: null } as const;

const LONGEST = 3000;

/** What is decided with words says something. */
export function checkWords(field: string, words: string): void {
  if (!words.trim() || words.length > LONGEST)
    throw invalidInput(field, `请说明，1 至 ${LONGEST} 字`, `say it, in 1 to ${LONGEST} characters`);
}
