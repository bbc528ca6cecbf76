// Reports that a helper is away (帮扶责任人外出): whoever stands in has the households from the first day on and loses them on the last, by itself.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { checkId } from '#platform/vocabulary/id';
import { checkText } from '../household/codes.rules';
import { packHolding } from '../rule-pack/rule-pack.loader';
import { rulePackRefusals } from '../rule-pack/rule-pack-refusals.rules';
import type { HouseholdsContext } from '../tools';
import { findPerson } from './find-person.query';
import type { AbsenceInput } from './pairing.input';
import { checkAbsence } from './pairing.rules';
import { pairingPackKind } from './pairing-pack.rules';
import { pairingRefusals as refusals } from './pairing-refusals.rules';

export async function reportAbsence(context: HouseholdsContext, input: AbsenceInput): Promise<string> {
  const { caller, inScope } = context;
  const helperId = input.helperId ?? caller.personId ?? '';
  const asked = { helperId, standInId: input.standInId, from: input.from, until: input.until };
  checkId(helperId, '帮扶责任人 helper');
  const reason = checkText(input.reason, 'reason', 2, 200);
  await findPerson(context, input.standInId, '代管人 stand-in');
  const absenceId = newId();
  const deed = { action: 'reportAbsence', target: absenceId, facts: { ...asked } };
  return inScope.write(deed, async (rows) => {
    const now = await rows.now();
    const today = beijingDay(now);
    const { pack } = await packHolding(rows, pairingPackKind, today, rulePackRefusals.rulePackMissing);
    const { longestDays } = pack.absence;
    checkAbsence(asked, { post: caller.post, personId: caller.personId, today, longestDays });
    await refuseAway(rows, asked);
    const covered = await rows
      .query<{ id: string }>(
        // One row a household that the helper has on the first day, of those in the caller's scope.
        `with taken as (
           insert into households.stand_in (id, absence_id, household_id, region_id, path, helper_id, stand_in_id, valid_from, valid_to, reason, reported_by, reported_at)
           select gen_random_uuid(), $1, p.household_id, p.region_id, p.path, p.helper_id, $3, $4::date, least($5::date, p.valid_to), $6, $7, now()
           from households.pairing p where p.helper_id = $2 and p.valid_from <= $4::date and (p.valid_to is null or p.valid_to > $4::date)
           returning id)
         select id from taken`,
        [absenceId, helperId, input.standInId, input.from, input.until, reason, caller.personId],
      )
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'stand_in_one_at_a_time') throw refusals.standInStands();
        throw error;
      });
    if (covered.length === 0) throw refusals.helperHasNone();
    return absenceId;
  });
}

/** Who is away does not stand in: of those absences that the caller can see. */
async function refuseAway(
  rows: WriteRows,
  { standInId, from, until }: { standInId: string; from: string; until: string },
): Promise<void> {
  const away = await rows.query(
    'select 1 from households.stand_in s where s.helper_id = $1 and s.valid_from < $3::date and s.valid_to > $2::date limit 1',
    [standInId, from, until],
  );
  if (away.length > 0) throw refusals.standInAway();
}
