// Proposes to identify (申请识别) a household that is not registered: its form is kept sealed until the approval gives it a place in the register.
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { maskName } from '#platform/vocabulary/identity-number';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { noHousehold } from '../household/get-household';
import { checkHousehold, checkMembers } from '../household/household.rules';
import { villageOf } from '../household/register-household';
import type { HouseholdsContext } from '../tools';
import type { ProposeIdentificationInput } from './determination.input';
import { checkPost } from './determination.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';
import { findProcedure } from './find-determination-pack';
import { insertDetermination, proposed } from './propose-determination';

export async function proposeIdentification(
  context: HouseholdsContext,
  { household: form, reason }: ProposeIdentificationInput,
): Promise<string> {
  const { caller, inScope, tools } = context;
  const { personId } = caller;
  if (personId === null) throw noHousehold();
  refusePersonalNumbers('reason', reason);
  const { regionId, path } = await villageOf(context, form.regionId);
  try {
    return await inScope.write({ action: 'proposeIdentification', facts: { regionId } }, async (rows) => {
      const now = await rows.now();
      const today = beijingDay(now);
      const found = await findProcedure(rows, 'identification', today);
      checkPost(found.procedure.proposedBy, caller.post);
      checkHousehold({ ...form, registeredOn: today }, today);
      const members = checkMembers(form.members, today);
      const head = members.find(({ relation }) => relation === 'head');
      const determination = {
        ...proposed(found, { now, personId, year: Number(today.slice(0, 4)), reason }),
        regionId,
        path,
        headMasked: maskName(head?.name ?? ''),
        people: members.length,
        formSealed: tools.personalData.seal(JSON.stringify(form)),
        headIndex: tools.personalData.blindIndex(head?.idNumber ?? ''),
      };
      rows.deed.target = determination.id;
      await insertDetermination(rows, determination, personId, now);
      return determination.id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'determination_one_applicant') throw refusals.determinationOpen();
    throw error;
  }
}
