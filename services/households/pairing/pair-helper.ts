// Pairs a household with a helper (帮扶责任人) from a day on; the present pairing ends the day before.
import { getHousehold } from '../household/get-household';
import type { HouseholdsContext } from '../tools';
import { findPerson } from './find-person.query';
import { movePairing } from './move-pairing';

export async function pairHelper(
  context: HouseholdsContext,
  householdId: string,
  helperId: string,
  from: string,
): Promise<string> {
  const helper = await findPerson(context, helperId, '帮扶责任人 helper');
  const deed = { action: 'pairHelper', target: householdId, facts: { helperId, from } };
  return context.inScope.write(deed, async (rows) => {
    const household = await getHousehold(rows, householdId);
    await movePairing(rows, household, { helper, from, by: context.caller.personId });
    return householdId;
  });
}
