// Proposes a determination (提出认定) of a registered household: an exit only with a guarantee check, what opens an approval again only with evidence.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { maskName } from '#platform/vocabulary/identity-number';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { getHousehold, noHousehold } from '../household/get-household';
import type { Household } from '../household/household.entity';
import { refusals as shared } from '../refusals';
import { Determination } from './determination.entity';
import type { ProposeDeterminationInput } from './determination.input';
import { checkPost } from './determination.rules';
import { headAndPeople, lastCheck, openedAgain } from './determination-ground.query';
import type { DeterminationKindPlan } from './determination-pack.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';
import { type FoundProcedure, findProcedure } from './find-determination-pack';
import { writeStep } from './move-determination';

export async function proposeDetermination(context: Context, input: ProposeDeterminationInput): Promise<string> {
  const { caller, inScope } = context;
  const { personId } = caller;
  if (personId === null) throw noHousehold();
  refusePersonalNumbers('reason', input.reason);
  refusePersonalNumbers('despite', input.despite);
  const evidence = await ownEvidence(context, 'households', input.evidenceIds);
  const deed = { action: 'proposeDetermination', facts: { householdId: input.householdId, kind: input.kind } };
  try {
    return await inScope.write(deed, async (rows) => {
      const now = await rows.now();
      const today = beijingDay(now);
      const found = await findProcedure(rows, input.kind, today);
      checkPost(found.procedure.proposedBy, caller.post);
      const household = await getHousehold(rows, input.householdId);
      checkState(found.procedure, household, input.year, today);
      if (found.procedure.reopens && evidence.length === 0) throw refusals.evidenceNeeded();
      const checkId = await checkGuarantees(rows, found.procedure, input, today);
      const [who] = await rows.query<{ head: string; people: number }>(headAndPeople, [household.id]);
      const [again] = found.procedure.reopens
        ? await rows.query<{ reopensId: string | null; since: string }>(openedAgain, [household.id])
        : [];
      const determination = {
        ...proposed(found, { now, personId, year: input.year, reason: input.reason }),
        householdId: household.id,
        regionId: household.regionId,
        path: household.path,
        fromState: household.state,
        headMasked: maskName(who?.head ?? ''),
        people: who?.people ?? 1,
        checkId,
        despite: input.despite?.trim() ?? null,
        reopensId: again?.reopensId ?? null,
        inQuestionFrom: again?.since ?? null,
      };
      rows.deed.target = determination.id;
      await insertDetermination(rows, determination, personId, now);
      const { id, householdId, regionId, path } = determination;
      await attachEvidence(rows, 'households', evidence, personId, {
        kind: 'determination',
        id,
        householdId,
        regionId,
        path,
      });
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'determination_one_open') throw refusals.determinationOpen();
    throw error;
  }
}

export async function insertDetermination(
  rows: WriteRows,
  determination: Partial<Determination> & Pick<Determination, 'id' | 'regionId' | 'path'>,
  personId: string,
  now: Date,
): Promise<void> {
  await rows.manager.insert(Determination, determination as object);
  const step = {
    at: 0,
    step: 'proposal',
    deed: 'propose',
    facts: {},
    remark: null,
    documentNumber: null,
    personId,
    now,
  };
  await writeStep(rows, determination, step);
}

/** What any proposal begins with: the procedure is frozen, so that a later pack changes nothing that is under way. */
export function proposed(
  { pack, hash, procedure }: FoundProcedure,
  { now, personId, year, reason }: { now: Date; personId: string; year: number; reason: string },
) {
  return {
    id: newId(),
    kind: procedure.code,
    kindTitle: procedure.title,
    year,
    reason: reason.trim(),
    packName: pack.name,
    packHash: hash,
    steps: procedure.steps,
    fallsBackTo: procedure.fallsBackTo,
    at: 0,
    movedAt: now,
    status: 'open' as const,
    proposedBy: personId,
    proposedAt: now,
  };
}

function checkState(procedure: DeterminationKindPlan, household: Household, year: number, today: string): void {
  const { state, stateYear } = household;
  if (!(procedure.from as readonly string[]).includes(state))
    throw refusals.determinationState({ state, kindZh: procedure.title.zh, kindEn: procedure.title.en });
  const latest = Number(today.slice(0, 4));
  if (year < stateYear || year > latest) throw shared.stateYear({ earliest: stateYear, latest });
}

/** A household whose check fails may be proposed, but not without being told so, and not without saying why: both stand in what is checked. */
async function checkGuarantees(
  rows: WriteRows,
  { checkWithinDays: days }: DeterminationKindPlan,
  { householdId, despite }: ProposeDeterminationInput,
  today: string,
): Promise<string | null> {
  if (days === null) return null;
  const [check] = await rows.query<{ id: string; verdict: string; problems: string[]; fresh: boolean }>(lastCheck, [
    householdId,
    today,
    days,
  ]);
  if (!check?.fresh) throw refusals.checkMissing({ days });
  if (check.verdict !== 'no-problem' && !despite)
    throw refusals.checkFails({ problems: check.problems.join(', '), checkId: check.id });
  return check.id;
}
