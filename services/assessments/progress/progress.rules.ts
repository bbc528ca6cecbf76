// Progress (进展): who may report on a task, for which quarter and how much; and who may confirm it.
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';

export interface ReportedTask {
  year: number;
  unitId: string | null;
  regionId: string;
  heldFrom?: string | null;
  heldTo?: string | null;
}

/** The person and the unit or region that the appointment stands for; never what the client says. */
export interface Officer {
  personId: string | null;
  unitId: string | null;
  regionId: string | null;
}

export interface StandingReport {
  percent: number;
  outcome: 'confirmed' | 'returned' | null;
}

/** `earlier`: reports of this task up to and including the quarter; `today`: by the database's clock, in Beijing. */
export function checkReport(
  task: ReportedTask,
  report: { quarter: string; percent: number },
  officer: Officer,
  earlier: readonly (StandingReport & { quarter: string })[],
  today: string,
): void {
  const owner = task.unitId === null ? task.regionId === officer.regionId : task.unitId === officer.unitId;
  if (!owner) throw refusals.taskNotYours();
  const { quarter, percent } = report;
  if (parseQuarter(quarter).from > today) throw refusals.quarterNotBegun({ quarter });
  if (Number(quarter.slice(0, 4)) !== task.year) throw refusals.quarterOfAnotherYear({ quarter, year: task.year });
  if (!isHeld(task, quarter)) throw refusals.taskSuperseded({ quarter });
  if (earlier.some((each) => each.quarter === quarter && each.outcome === null))
    throw refusals.progressAwaited({ quarter });
  const confirmed = Math.max(0, ...earlier.filter((each) => each.outcome === 'confirmed').map((each) => each.percent));
  if (percent < confirmed) throw refusals.progressFallsBack({ confirmed, percent });
}

/** A later version of the checklist words it otherwise from its first day on. */
function isHeld({ heldFrom = null, heldTo = null }: ReportedTask, quarter: string): boolean {
  const { until } = parseQuarter(quarter);
  return (heldFrom === null || heldFrom < until) && (heldTo === null || heldTo >= until);
}

export function checkCounts({ done, wanted }: { done?: number | null; wanted?: number | null }): void {
  if ((done == null) !== (wanted == null))
    throw invalidInput('wanted', '实际数与应有数须一并填写', 'how many and of how many are told together');
}

/** Assumed: on the way a report may be words; that a task is done is shown by what the task wants to see. */
export function checkEvidence(wanted: string, percent: number, evidence: number): void {
  if (percent === 100 && evidence === 0) throw refusals.evidenceWanted({ wanted });
}

export interface VerifiedReport extends ReportToDecide {
  percent: number;
  verifiedBy: string | null;
  verifiedUnit: string | null;
}

/** Who verifies neither reported nor is of a unit that did, and does so once, before the decision. */
export function checkVerification(report: VerifiedReport, officer: Officer): void {
  checkDecision(report, officer);
  if (report.verifiedBy !== null) throw refusals.progressVerified();
}

/** Assumed: on the way a report may be confirmed as it stands; that a task is done was seen by a third person of a third unit. */
export function checkVerified(
  { percent, verifiedBy, verifiedUnit }: VerifiedReport,
  { personId, unitId }: Officer,
): void {
  if (percent === 100 && verifiedBy === null) throw refusals.progressUnverified();
  if (verifiedBy !== null && verifiedBy === personId) throw refusals.samePerson();
  if (verifiedUnit !== null && verifiedUnit === unitId) throw refusals.sameUnit();
}

export interface ReportToDecide {
  unitId: string | null;
  reportedBy: string;
  reportedUnit: string | null;
  outcome: 'confirmed' | 'returned' | null;
}

/** Another person, of a unit that neither reported nor owns the task. */
export function checkDecision(report: ReportToDecide, officer: Officer): void {
  if (report.outcome !== null) throw refusals.progressDecided();
  if (report.reportedBy === officer.personId) throw refusals.samePerson();
  const { unitId } = officer;
  if (unitId !== null && (unitId === report.reportedUnit || unitId === report.unitId)) throw refusals.sameUnit();
}
