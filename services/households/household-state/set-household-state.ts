// Registers the district's decision (认定) on the state of a household in a year; the earlier decisions stay.
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { checkText } from '../household/codes.rules';
import { getHousehold } from '../household/get-household';
import { refusals } from '../refusals';
import type { HouseholdsContext } from '../tools';
import { checkNextState, type HouseholdStateCode } from './household-state.rules';

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
    const decided = [next.year, next.state, documentNumber, context.caller.personId];
    await rows
      .query(insertState, [householdId, household.regionId, household.path, ...decided])
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'household_state_once') throw refusals.changedMeanwhile();
        throw error;
      });
    return householdId;
  });
}

/** Two decisions at once get the same ordinal, and the key refuses the second. */
const insertState = `insert into households.household_state (household_id, region_id, path, year, ordinal, state, document_number, decided_by)
  select $1, $2, $3, $4::int, 1 + coalesce(max(s.ordinal), 0), $5, $6, $7
  from households.household_state s where s.household_id = $1 and s.year = $4::int`;
