// Plans (年度计划): what a draft must hold, that two people stand behind one, and how far it is by quarter.
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { invalidInput } from '#platform/vocabulary/refusal';
import { planRefusals as refusals } from './plan-refusals.rules';

export interface PlannedTarget {
  quarter: string;
  /** cumulative from the beginning of the year to the end of the quarter */
  households: number;
  people: number;
}

export interface PlannedDay {
  dueOn: string;
}

/** Each quarter of the year once and in order; what is to be lifted by its end never falls back. */
export function checkDraftPlan(
  year: number,
  targets: readonly PlannedTarget[],
  milestones: readonly PlannedDay[],
): void {
  targets.forEach(({ quarter, households, people }, at) => {
    parseQuarter(quarter, 'targets');
    const before = targets[at - 1];
    if (Number(quarter.slice(0, 4)) !== year || (before && before.quarter >= quarter))
      throw invalidInput('targets', '须为本年度各季度，依次一次', 'are quarters of the year, each once, in order');
    if (before && (before.households > households || before.people > people))
      throw invalidInput('targets', '累计数不得减少', 'are cumulative and do not fall back');
    if (people < households) throw invalidInput('targets', '人数不少于户数', 'no fewer people than households');
  });
  if (milestones.some(({ dueOn }) => Number(dueOn.slice(0, 4)) !== year))
    throw invalidInput('milestones', '时限须在本年度内', 'fall due within the year');
  if (targets.length === 0 && milestones.length === 0) throw refusals.planEmpty();
}

export interface PlanMarks {
  madeBy: string;
  approvedAt: Date | null;
  withdrawnAt: Date | null;
}

function checkAwaiting({ approvedAt, withdrawnAt }: PlanMarks): void {
  if (approvedAt !== null) throw refusals.planApproved();
  if (withdrawnAt !== null) throw refusals.planWithdrawn();
}

export function checkPlanApproval(plan: PlanMarks, personId: string | null): void {
  checkAwaiting(plan);
  if (plan.madeBy === personId) throw refusals.planBySamePerson();
}

export function checkPlanWithdrawal(plan: PlanMarks): void {
  checkAwaiting(plan);
}

export interface QuarterProgress {
  quarter: string;
  plannedHouseholds: number | null;
  plannedPeople: number | null;
  milestones: number;
  done: number;
  overdue: number;
}

/** Planned against done; a milestone stands in the quarter in which it falls due, and is overdue from the day after. */
export function progressByQuarter(
  year: number,
  targets: readonly PlannedTarget[],
  milestones: readonly { dueOn: string; doneOn: string | null }[],
  today: string,
): QuarterProgress[] {
  return [1, 2, 3, 4].map((number) => {
    const quarter = `${year}Q${number}`;
    const { from, until } = parseQuarter(quarter);
    const target = targets.find((each) => each.quarter === quarter);
    const due = milestones.filter(({ dueOn }) => dueOn >= from && dueOn < until);
    const done = due.filter(({ doneOn }) => doneOn !== null);
    return {
      quarter,
      plannedHouseholds: target?.households ?? null,
      plannedPeople: target?.people ?? null,
      milestones: due.length,
      done: done.length,
      overdue: due.filter(({ dueOn, doneOn }) => dueOn < (doneOn ?? today)).length,
    };
  });
}

export interface LiftedByQuarter {
  quarter: string;
  households: number;
  people: number;
}

/** What was done beside what was planned; of a quarter that has not begun nothing is done yet, which is not nought. */
export function besideLifted(
  progress: readonly QuarterProgress[],
  lifted: readonly LiftedByQuarter[],
  today: string,
): (QuarterProgress & { liftedHouseholds: number | null; liftedPeople: number | null })[] {
  return progress.map((each) => {
    const done = parseQuarter(each.quarter).from <= today && lifted.find(({ quarter }) => quarter === each.quarter);
    return {
      ...each,
      liftedHouseholds: done ? done.households : null,
      liftedPeople: done ? done.people : null,
    };
  });
}
