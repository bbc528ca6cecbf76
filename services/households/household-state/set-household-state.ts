// Carries a state into a new year (年度结转); any other state comes from a determination or a correction of two people.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { checkText } from '../household/codes.rules';
import { getHousehold } from '../household/get-household';
import type { HouseholdsContext } from '../tools';
import { decideState } from './decide-state';
import { checkCarried, checkNextState, type HouseholdStateCode } from './household-state.rules';

export interface StateDecision {
  householdId: string;
  year: number;
  state: string;
  documentNumber: string;
}

export async function setHouseholdState(context: HouseholdsContext, decision: StateDecision): Promise<string> {
  const { householdId, year, state } = decision;
  const documentNumber = checkText(decision.documentNumber, 'documentNumber', 4, 100);
  const deed = { action: 'setHouseholdState', target: householdId, facts: { year, state } };
  return context.inScope.write(deed, async (rows) => {
    const household = await getHousehold(rows, householdId);
    const present = { year: household.stateYear, state: household.state as HouseholdStateCode };
    const next = checkNextState(present, { year, state }, Number(beijingDay(await rows.now()).slice(0, 4)));
    checkCarried(present, next);
    await decideState(rows, household, { ...next, documentNumber, decidedBy: context.caller.personId });
    return householdId;
  });
}
