// Pairs a household with a helper (帮扶责任人) from a day on; the present pairing ends the day before.

import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { getHousehold } from '../household/get-household';
import { refusals } from '../refusals';
import type { HouseholdsContext } from '../tools';
import { checkPairing, type PresentPairing } from './pairing.rules';

export async function pairHelper(
  context: HouseholdsContext,
  householdId: string,
  helperId: string,
  from: string,
): Promise<string> {
  await checkPerson(context, helperId);
  const deed = { action: 'pairHelper', target: householdId, facts: { helperId, from } };
  return context.inScope.write(deed, async (rows) => {
    const household = await getHousehold(rows, householdId);
    const [present = null] = await rows.query<PresentPairing & { id: string }>(
      `select p.id, p.helper_id as "helperId", p.valid_from as "validFrom" from households.pairing p
       where p.household_id = $1 and p.valid_to is null for update`,
      [householdId],
    );
    checkPairing(household, present, { helperId, from });
    if (present) await rows.query('update households.pairing set valid_to = $2 where id = $1', [present.id, from]);
    await rows
      .query(
        'insert into households.pairing (id, household_id, region_id, path, helper_id, valid_from) values ($1, $2, $3, $4, $5, $6)',
        [newId(), householdId, household.regionId, household.path, helperId, from],
      )
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'pairing_one_helper') throw refusals.changedMeanwhile();
        throw error;
      });
    return householdId;
  });
}

/** Organisation alone knows who there is; asked before the transaction opens, on behalf of the caller. */
async function checkPerson(context: HouseholdsContext, helperId: string): Promise<void> {
  const question = 'query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { id } } }';
  const who = [{ __typename: 'Person', id: helperId }];
  const known = isId(helperId)
    ? await context.ask<{ _entities: ({ id: string } | null)[] }>('organisation', question, { who })
    : null;
  if (!known?._entities[0]) throw commonRefusals.notFound({ what: '帮扶责任人 helper' });
}
