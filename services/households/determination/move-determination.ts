// Takes a determination (认定) one step on: under a lock, in its turn, by the right post and another hand; the state it sets goes with it.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, type OwnEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import type { Caller } from '#platform/vocabulary/caller';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { getHousehold } from '../household/get-household';
import { decideState } from '../household-state/decide-state';
import { checkNextState, type HouseholdStateCode } from '../household-state/household-state.rules';
import { Determination } from './determination.entity';
import { checkHands, checkTurn } from './determination.rules';
import type { DeterminationStepPlan, StepDeed } from './determination-pack.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';
import { DeterminationStep } from './determination-step.entity';
import { endDetermination } from './end-determination';
import { getDetermination, noDetermination } from './get-determination';

export interface Taken {
  change?: Partial<Determination>;
  facts?: Record<string, unknown>;
  remark?: string | null;
  documentNumber?: string | null;
  evidence?: readonly OwnEvidence[];
  /** the step was taken and ended it: the villagers voted against, the household does not acknowledge */
  fails?: boolean;
  /** the state was written with the household that was born */
  stateSet?: boolean;
  /** what is read in the transaction before the step is written, and what else is written after it, before the state */
  before?: (rows: WriteRows) => Promise<void>;
  after?: (rows: WriteRows, moved: Determination) => Promise<void>;
}

export interface Moment {
  now: Date;
  today: string;
  personId: string;
  step: DeterminationStepPlan;
}

const handOf: Readonly<Partial<Record<StepDeed, keyof Determination>>> = {
  appraise: 'appraisedBy',
  review: 'reviewedBy',
  verify: 'verifiedBy',
  compare: 'comparedBy',
  approve: 'approvedBy',
};

export async function moveDetermination(
  { caller, inScope }: Pick<Context, 'caller' | 'inScope'>,
  action: string,
  id: string,
  does: StepDeed,
  take: (determination: Determination, moment: Moment) => Taken | Promise<Taken>,
): Promise<string> {
  const { personId } = caller;
  if (!isId(id) || personId === null) throw noDetermination();
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const now = await rows.now();
      const today = beijingDay(now);
      const { determination, openObjections } = await getDetermination(rows, id);
      const { at, step } = checkTurn(determination, does, { openObjections, today, post: caller.post });
      checkHands(determination, does, checkerOf(caller, personId));
      const taken = await take(determination, { now, today, personId, step });
      await moveTaken(rows, determination, { at, step, taken, now, personId });
      return id;
    });
  } catch (error) {
    throw refusalOfConstraint(brokenConstraint(error)) ?? error;
  }
}

export const checkerOf = ({ principalId, standsFor }: Caller, personId: string) => ({
  personId,
  principalId,
  standsFor,
});

interface StepTaken {
  at: number;
  step: DeterminationStepPlan;
  taken: Taken;
  now: Date;
  personId: string;
}

export async function moveTaken(rows: WriteRows, determination: Determination, given: StepTaken): Promise<void> {
  const { at, step, taken, now, personId } = given;
  const { change = {}, facts = {}, remark = null, documentNumber = null, evidence = [], fails = false } = taken;
  refusePersonalNumbers('remark', remark);
  const hand = handOf[step.does];
  const last = at + 1 === determination.steps.length;
  const moved: Partial<Determination> = {
    ...change,
    ...(hand ? { [hand]: personId } : {}),
    at: at + 1,
    movedAt: now,
    noticeId: null,
    postedUntil: null,
    ...(last ? { status: 'completed', endedAt: now } : {}),
  };
  await taken.before?.(rows);
  await rows.manager.update(Determination, { id: determination.id }, moved as object);
  Object.assign(determination, moved);
  await writeStep(rows, determination, {
    at: at + 1,
    step: step.code,
    deed: step.does,
    facts,
    remark,
    documentNumber,
    personId,
    now,
  });
  const { id, householdId, regionId, path } = determination;
  await attachEvidence(rows, 'households', evidence, personId, {
    kind: 'determination',
    id,
    householdId,
    regionId,
    path,
  });
  await taken.after?.(rows, determination);
  if (fails) await endDetermination(rows, determination, { status: 'refused', now, personId });
  else if (step.sets && householdId !== null && !taken.stateSet)
    await setState(rows, determination, step.sets, personId, now);
}

/** In the transaction of the step: a household that has the state already keeps it. */
async function setState(
  rows: WriteRows,
  { id, householdId, year, documentNumber }: Determination,
  state: string,
  decidedBy: string,
  now: Date,
): Promise<void> {
  const household = await getHousehold(rows, householdId ?? '');
  if (household.state === state && household.stateYear === year) return;
  const present = { year: household.stateYear, state: household.state as HouseholdStateCode };
  checkNextState(present, { year, state }, Number(beijingDay(now).slice(0, 4)));
  await decideState(rows, household, { year, state, documentNumber, decidedBy, determinationId: id });
}

interface WrittenStep extends Pick<DeterminationStep, 'at' | 'step' | 'deed' | 'facts' | 'remark' | 'documentNumber'> {
  personId: string;
  now: Date;
}

export async function writeStep(
  rows: WriteRows,
  { id, regionId, path }: Pick<Determination, 'id' | 'regionId' | 'path'>,
  { personId, now, ...step }: WrittenStep,
): Promise<void> {
  const written = { ...step, id: newId(), determinationId: id, regionId, path, takenBy: personId, takenAt: now };
  await rows.manager.insert(DeterminationStep, written as object);
}

/** The rules said it before; the database says it again to whoever came around them. */
function refusalOfConstraint(constraint: string | null) {
  return constraint === 'determination_four_eyes' ? refusals.determinationSamePerson() : null;
}
