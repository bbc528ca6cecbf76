// Takes a case a step on (办理环节), whichever programme it is of: by its pack, under a lock, with a step that never changes.
import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, type RefusalMaker } from '#platform/vocabulary/refusal';
import type { FactsHeld, FactValue } from '../eligibility/condition.rules';
import { heldHouseholds } from '../eligibility/held-household.loader';
import { checkText } from '../household/codes.rules';
import { factsOfCase } from './case-conditions.loader';
import { checkNeeded, factsFromRegister, readFacts, refuseNumbers } from './case-facts.rules';
import { checkConditions, findStep, flagsOf, waitingIn, weighConditions } from './case-step.rules';
import { ProgrammeCase } from './programme-case.entity';
import type { TakeStepInput } from './programme-case.input';
import { packOfCase } from './programme-pack-on.loader';
import { programmeRefusals as refusals } from './programme-refusals.rules';
import { ProgrammeStep } from './programme-step.entity';

export const noCase = () => commonRefusals.notFound({ what: '专项事项 case' });

export async function takeStep(context: Context, input: TakeStepInput): Promise<string> {
  const { caller, inScope } = context;
  const { caseId } = input;
  if (!isId(caseId) || caller.personId === null) throw noCase();
  const personId = caller.personId;
  const documentNumber = input.documentNumber ? checkText(input.documentNumber, 'documentNumber', 4, 100) : null;
  const remark = input.remark ? refuseNumbers(checkText(input.remark, 'remark', 1, 1000), 'remark') : null;
  const evidence = await ownEvidence(context, 'households', input.evidenceIds);
  const deed = { action: 'takeProgrammeStep', target: caseId, facts: { step: input.step, documentNumber } };
  return inScope
    .write(deed, async (rows) => {
      const standing = await caseToMove(rows, caseId);
      const pack = await packOfCase(rows, standing);
      const checker = { personId, principalId: caller.principalId, standsFor: caller.standsFor };
      const asked = { post: caller.post, checker, documentNumber, evidence: evidence.length };
      const step = findStep(pack, standing, input.step, asked);
      const told = readFacts(pack, step, input.facts);
      const held = await heldOfCase(rows, standing);
      const before = { ...standing.facts, ...told };
      const facts = { ...factsFromRegister(pack, step.needs, before, held), ...told };
      const known = { ...standing.facts, ...facts };
      checkNeeded(pack, step.needs, known);
      if (step.eligible) checkConditions(weighConditions(pack, standing.memberId !== null, { ...held, ...known }));
      const now = await rows.now();
      const { posts, check, dueOn } = waitingIn(pack, step.to, beijingDay(now));
      const { id, householdId, regionId, path } = standing;
      await rows.manager.insert(ProgrammeStep, {
        caseId: id,
        ordinal: standing.steps + 1,
        householdId,
        regionId,
        path,
        code: step.code,
        fromState: standing.state,
        toState: step.to,
        hand: step.hand,
        facts,
        documentNumber,
        remark,
        takenBy: personId,
        takenFor: caller.principalId,
        takenPost: caller.post,
        takenAt: now,
        ...flagsOf(pack, step.to),
        waitingPosts: posts,
        waitingCheck: check,
        dueOn,
        goods: step.goods,
      });
      await attachEvidence(rows, 'households', evidence, personId, {
        kind: 'programme',
        id,
        householdId,
        regionId,
        path,
      });
      return id;
    })
    .catch((error: unknown) => {
      throw refusalOf[brokenConstraint(error) ?? '']?.() ?? error;
    });
}

/** The rules said it before; the database says it again to whoever came around them, or a moment later. */
const refusalOf: Readonly<Record<string, RefusalMaker>> = {
  programme_case_four_eyes: refusals.caseFourEyes,
  programme_step_once: refusals.caseMovedMeanwhile,
  programme_step_in_turn: refusals.caseMovedMeanwhile,
  programme_case_once: refusals.caseStands,
};

interface StandingRow
  extends Pick<
    ProgrammeCase,
    'id' | 'programme' | 'householdId' | 'memberId' | 'batchId' | 'regionId' | 'path' | 'packHash' | 'state' | 'steps'
  > {
  facts: Record<string, FactValue>;
  maker: { personId: string; principalId: string | null };
}

async function caseToMove(rows: WriteRows, id: string): Promise<StandingRow> {
  const [found] = await rows.query<Omit<StandingRow, 'maker'> & { makerId: string | null; madeFor: string | null }>(
    `select t.id, t.programme, t.household_id as "householdId", t.member_id as "memberId", t.batch_id as "batchId", t.region_id as "regionId", t.path,
       t.pack_hash as "packHash", t.state, t.steps, t.facts, t.maker_id as "makerId", (t.hands ->> 'maker_id')::uuid as "madeFor"
     from households.programme_case t where t.id = $1`,
    [id],
  );
  if (!found) throw noCase();
  return { ...found, maker: { personId: found.makerId ?? '', principalId: found.madeFor } };
}

async function heldOfCase(rows: WriteRows, { householdId, memberId }: StandingRow): Promise<FactsHeld> {
  return factsOfCase((await heldHouseholds(rows, [householdId])).get(householdId), memberId, {});
}
