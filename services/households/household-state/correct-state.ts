// Proposes and decides a correction of a state (更正状态): for what was entered wrongly, by two people, with the document that was entered.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { determinationRefusals as refusals } from '../determination/determination-refusals.rules';
import { checkText } from '../household/codes.rules';
import { getHousehold, noHousehold } from '../household/get-household';
import { refusals as shared } from '../refusals';
import { decideState } from './decide-state';
import { householdStates } from './household-state.rules';
import { StateCorrection } from './state-correction.entity';

export interface CorrectionGiven {
  householdId: string;
  year: number;
  state: string;
  documentNumber: string;
  reason: string;
}

/** The register begins with the first registrations of 2014 (建档立卡). */
const FIRST_YEAR = 2014;

export async function correctState({ caller, inScope }: Context, given: CorrectionGiven): Promise<string> {
  const documentNumber = checkText(given.documentNumber, 'documentNumber', 4, 100);
  const reason = checkText(given.reason, 'reason', 2, 1000);
  refusePersonalNumbers('reason', reason);
  const { householdId, year, state } = given;
  const { personId } = caller;
  if (personId === null) throw noHousehold();
  if (!householdStates.some((known) => known === state))
    throw invalidInput('state', '没有此状态', 'there is no such state');
  try {
    return await inScope.write(
      { action: 'proposeStateCorrection', facts: { householdId, year, state } },
      async (rows) => {
        const proposedAt = await rows.now();
        const latest = Number(beijingDay(proposedAt).slice(0, 4));
        if (year < FIRST_YEAR || year > latest) throw shared.stateYear({ earliest: FIRST_YEAR, latest });
        const { regionId, path, state: fromState } = await getHousehold(rows, householdId);
        const id = newId();
        rows.deed.target = id;
        const said = { year, fromState, toState: state, documentNumber, reason, proposedBy: personId, proposedAt };
        await rows.manager.insert(StateCorrection, { id, householdId, regionId, path, ...said });
        return id;
      },
    );
  } catch (error) {
    if (brokenConstraint(error) === 'state_correction_one_open') throw refusals.correctionOpen();
    throw error;
  }
}

export async function decideCorrection(
  { caller, inScope }: Context,
  id: string,
  { outcome, remark }: { outcome: 'approved' | 'refused'; remark: string | null },
): Promise<string> {
  const notFound = () => commonRefusals.notFound({ what: '状态更正 correction of a state' });
  const { personId } = caller;
  if (!isId(id) || personId === null) throw notFound();
  refusePersonalNumbers('remark', remark);
  const action = outcome === 'approved' ? 'approveStateCorrection' : 'refuseStateCorrection';
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const [correction] = await rows.select(StateCorrection, 'where t.id = $1 for update', [id]);
      if (!correction) throw notFound();
      if (correction.outcome !== null) throw refusals.correctionDecided();
      const decision = { outcome, remark, decidedBy: personId, decidedAt: await rows.now() };
      await rows.manager.update(StateCorrection, { id }, decision);
      if (outcome === 'refused') return id;
      const { householdId, year, toState: state, documentNumber } = correction;
      const household = await getHousehold(rows, householdId);
      await decideState(rows, household, { year, state, documentNumber, decidedBy: personId, correctionId: id });
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'state_correction_four_eyes') throw refusals.correctionOwn();
    throw error;
  }
}
