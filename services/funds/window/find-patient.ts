// Finds the patient at the window (窗口查询): kept before anybody is asked; who is not being treated in this hospital is not there, whoever he is.
import { newId } from '#platform/database/new-id';
import { todayInBeijing } from '#platform/graph/today';
import { parseIdentityNumber } from '#platform/vocabulary/identity-number';
import type { AdmissionContext } from '../stay/admit-patient';
import { checkCard, lookUpLimits } from './look-up.rules';
import type { WindowPatient } from './window-patient.entity';
import { windowRefusals } from './window-refusals.rules';

const QUESTION = 'query($idNumber:String!,$day:CalendarDay!){memberForStay(idNumber:$idNumber,day:$day){memberId}}';

export async function findPatient(
  context: AdmissionContext,
  shown: string,
  cardMatches: boolean,
): Promise<WindowPatient | null> {
  checkCard(cardMatches);
  const idNumber = parseIdentityNumber(shown);
  const { ask, inScope } = context;
  const lookUpId = newId();
  await inScope.write({ action: 'patientAtWindow', kind: 'sight', target: lookUpId }, async ({ query }) => {
    const { most, mostMissed } = lookUpLimits;
    const [answer] = await query<{ verdict: string }>('select funds.begin_look_up($1, $2, $3) as verdict', [
      ...[lookUpId, most, mostMissed],
    ]);
    if (answer?.verdict !== 'done') throw windowRefusals.lookUpLimit(lookUpLimits);
  });
  const day = await todayInBeijing.load(context, 'today');
  const { memberForStay } = await ask<{ memberForStay: { memberId: string } | null }>('households', QUESTION, {
    ...{ idNumber, day },
  });
  if (!memberForStay) return null;
  const stayIds = await inScope.write({ action: 'seePatient', kind: 'sight', target: lookUpId }, async ({ query }) => {
    const seen = await query<{ id: string }>('select id from funds.see_patient($1, $2) id', [
      lookUpId,
      memberForStay.memberId,
    ]);
    return seen.map(({ id }) => id);
  });
  return stayIds.length > 0 ? { lookUpId, stayIds } : null;
}
