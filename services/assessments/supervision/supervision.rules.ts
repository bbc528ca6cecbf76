// A supervision (督导) follows the steps of its procedure in order: planned, carried out, recorded, released.
import type { ProcedurePack, ProcedureStep } from '../procedure/procedure-pack.rules';
import { refusals } from '../refusals';

export interface StepInstants {
  carriedOutAt: Date | null;
  recordedAt: Date | null;
  releasedAt: Date | null;
}

/** The step after each; a released supervision has none. */
const next: Readonly<Record<ProcedureStep, ProcedureStep | null>> = {
  planned: 'carried-out',
  'carried-out': 'recorded',
  recorded: 'released',
  released: null,
};

export function stepOf({ carriedOutAt, recordedAt, releasedAt }: StepInstants): ProcedureStep {
  if (releasedAt) return 'released';
  if (recordedAt) return 'recorded';
  return carriedOutAt ? 'carried-out' : 'planned';
}

export function checkStep(supervision: StepInstants, wanted: ProcedureStep): void {
  const step = stepOf(supervision);
  if (next[step] !== wanted) throw refusals.stepOutOfOrder({ step });
}

/** What is recorded under it (inspections, opinions, marks) comes after it was carried out and before the record is closed. */
export function checkRecordable(supervision: StepInstants): void {
  const step = stepOf(supervision);
  if (step !== 'carried-out') throw refusals.stepOutOfOrder({ step });
}

export function checkOrganiser({ organiser }: Pick<ProcedurePack, 'organiser'>, post: string): void {
  if (!organiser.some((each) => each === post)) throw refusals.notOrganiser({ organiser: organiser.join(', ') });
}

/** Kinds of regions as the pack names them; a member unit hangs on the city. */
export function checkSubject({ inspected }: Pick<ProcedurePack, 'inspected'>, kind: string, subject: string): void {
  if (!inspected.some((each) => each === kind)) throw refusals.notInspectedHere({ subject });
}
