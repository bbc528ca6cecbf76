// A step of a project (项目环节): from which state, by which posts, by whom not, on what document, no earlier than its posting allows.
import { addDays } from '#platform/vocabulary/calendar-day';
import { type Checker, type Hand, mayCheck } from '#platform/vocabulary/hands';
import { type Fen, formatYuan, shareOf } from '#platform/vocabulary/money';
import type { ProjectPack, ProjectStepRule } from './project-pack.rules';
import { projectRefusals as refusals } from './project-refusals.rules';

export interface StandingProject {
  state: string;
  sinceDay: string;
  /** who proposed, and whose hand was the last: neither may check */
  hands: readonly Hand[];
}

export interface StepAsked {
  post: string;
  checker: Checker;
  day: string;
  today: string;
  documentNumber: string | null;
  evidence: number;
}

export const stepsFrom = ({ steps }: ProjectPack, state: string): ProjectStepRule[] =>
  steps.filter(({ from }) => from.includes(state));

/** The step by its code, if this project can take it now, and this person may. */
export function findProjectStep(
  pack: ProjectPack,
  { state, sinceDay, hands }: StandingProject,
  code: string,
  asked: StepAsked,
): ProjectStepRule {
  const step = pack.steps.find((each) => each.code === code);
  const title = pack.states.find((each) => each.code === state)?.title;
  if (!step?.from.includes(state))
    throw refusals.projectStateForbids({ step: code, state, zh: title?.zh, en: title?.en });
  if (!(step.posts as readonly string[]).includes(asked.post))
    throw refusals.projectNotYourStep({ posts: step.posts.join(', ') });
  if (step.hand === 'checks' && !hands.every((hand) => mayCheck(asked.checker, hand))) throw refusals.projectFourEyes();
  if (step.document && !asked.documentNumber) throw refusals.projectNeedsDocument({ field: 'documentNumber' });
  if (step.evidence && asked.evidence === 0) throw refusals.projectNeedsEvidence({ field: 'evidenceIds' });
  if (asked.day < sinceDay || asked.day > asked.today)
    throw refusals.projectDayOutOfOrder({ field: 'day', after: sinceDay });
  if (step.waits !== null && asked.day < addDays(sinceDay, step.waits))
    throw refusals.projectWaits({ field: 'day', day: addDays(sinceDay, step.waits) });
  return step;
}

/** Over what was approved a budget grows by the pack's share at most, unless it is approved by this very step or only asked for. */
export function checkGrowth(
  { growth }: Pick<ProjectPack, 'growth'>,
  { approvesBudget, change }: Pick<ProjectStepRule, 'approvesBudget' | 'change'>,
  { approved, budget, contract }: { approved: Fen | null; budget: Fen; contract: Fen | null },
): void {
  if (approved === null || approvesBudget || change === 'ask') return;
  const most = approved + shareOf(approved, growth.share);
  if (budget > most || (contract !== null && contract > most))
    throw refusals.projectOverGrowth({ approved: formatYuan(approved), percent: Number(growth.share) * 100 });
}

export interface Waiting {
  posts: string[];
  check: boolean;
  dueOn: string | null;
}

/** Who is waited for in a state: of the steps with a day the soonest; when a posting runs, not before it has run. */
export function waitingIn(pack: ProjectPack, state: string, day: string): Waiting {
  const owed = stepsFrom(pack, state).filter(({ days }) => days !== null);
  const days = owed.map((step) => (step.days ?? 0) + (step.waits ?? 0));
  return {
    posts: [...new Set(owed.flatMap(({ posts }) => posts))],
    check: owed.length > 0 && owed.every(({ hand }) => hand === 'checks'),
    dueOn: days.length > 0 ? addDays(day, Math.min(...days)) : null,
  };
}

/** A year is renewed once, from the month that the pack names. */
export function checkRenewal(
  { renewal }: Pick<ProjectPack, 'renewal'>,
  code: string,
  { day, renewedYear }: { day: string; renewedYear: number | null },
): boolean {
  if (code !== renewal.step) return false;
  const year = Number(day.slice(0, 4));
  if (renewedYear === year || Number(day.slice(5, 7)) < renewal.fromMonth)
    throw refusals.projectRenewed({ field: 'day', year });
  return true;
}

/** The random end of the id: numbers in a row would tell how many projects there are elsewhere. */
export const projectNumber = (id: string): string => `XM-${id.slice(-12).toUpperCase()}`;
