// Hands a helper's households over to another one (移交), with the open matters of each listed as they stand then.

import { newId } from '#platform/database/new-id';
import { findToday } from '#platform/database/today';
import { isId } from '#platform/vocabulary/id';
import { checkText } from '../household/codes.rules';
import { noHousehold } from '../household/get-household';
import { Household } from '../household/household.entity';
import { findPackHolding } from '../rule-pack/rule-pack.loader';
import { rulePackRefusals } from '../rule-pack/rule-pack-refusals.rules';
import type { HouseholdsContext } from '../tools';
import { findPerson } from './find-person.query';
import { movePairing } from './move-pairing';
import { openMattersOf } from './open-matter.loader';
import type { HandOverInput } from './pairing.input';
import { pairingPackKind } from './pairing-pack.rules';
import { pairingRefusals as refusals } from './pairing-refusals.rules';

const HELD = `select p.household_id as id from households.pairing p where p.helper_id = $1 and p.valid_to is null order by p.household_id limit $2`;

/** Answers the hand-overs, one a household. */
export async function handOverPairings(context: HouseholdsContext, input: HandOverInput): Promise<string[]> {
  const { caller, inScope } = context;
  const { fromHelperId, toHelperId, from } = input;
  const reason = checkText(input.reason, 'reason', 2, 200);
  const helper = await findPerson(context, toHelperId, '帮扶责任人 helper');
  const today = await inScope.read(findToday);
  const { pack } = await findPackHolding(context, pairingPackKind, today, rulePackRefusals.rulePackMissing);
  const most = pack.handOver.mostHouseholds;
  const held = isId(fromHelperId)
    ? (await inScope.read(({ query }) => query<{ id: string }>(HELD, [fromHelperId, most + 1]))).map(({ id }) => id)
    : [];
  const asked = input.householdIds ? [...new Set(input.householdIds)] : held;
  if (held.length === 0) throw refusals.helperHasNone();
  if (asked.length > most) throw refusals.handOverTooMany({ most });
  if (asked.some((id) => !held.includes(id))) throw noHousehold();
  const matters = await Promise.all(asked.map((id) => openMattersOf.load(context, id)));
  const deed = {
    action: 'handOverPairings',
    target: fromHelperId,
    facts: { toHelperId, from, households: asked.length },
  };
  return inScope.write(deed, async (rows) => {
    const households = await rows.select(Household, 'where t.id = any($1::uuid[]) order by t.id', [asked]);
    const byId = new Map(households.map((household) => [household.id, household]));
    const made: string[] = [];
    const handedAt = await rows.now();
    for (const [at, id] of asked.entries()) {
      const household = byId.get(id);
      if (!household) throw noHousehold();
      const before = await movePairing(rows, household, { helper, from, by: caller.personId });
      // Between the look and the lock somebody else paired it: what is handed over is not there any more.
      if (before !== fromHelperId) throw noHousehold();
      const handOverId = newId();
      await rows.query(
        `insert into households.hand_over (id, household_id, region_id, path, from_helper_id, to_helper_id, handed_on, reason, matters, handed_by, handed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          handOverId,
          id,
          household.regionId,
          household.path,
          fromHelperId,
          toHelperId,
          from,
          reason,
          JSON.stringify(
            (matters[at] ?? []).map(({ kind, title, subjectId, dueOn }) => ({ kind, title, subjectId, dueOn })),
          ),
          caller.personId,
          handedAt,
        ],
      );
      made.push(handOverId);
    }
    return made;
  });
}
