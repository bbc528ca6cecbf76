// Approves a determination (审批) with its document: the state is set, and a household that is identified is born, in the same transaction.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { isId } from '#platform/vocabulary/id';
import { checkText } from '../household/codes.rules';
import type { HouseholdInput } from '../household/household.input';
import { insertHousehold, type Village, villageOf } from '../household/register-household';
import type { HouseholdsContext } from '../tools';
import { Determination } from './determination.entity';
import { determinationById } from './determination.loader';
import { noDetermination } from './get-determination';
import { type Moment, moveDetermination, type Taken } from './move-determination';

export async function approveDetermination(
  context: HouseholdsContext,
  id: string,
  given: { documentNumber: string; remark: string | null },
): Promise<string> {
  const documentNumber = checkText(given.documentNumber, 'documentNumber', 4, 100);
  const standing = isId(id) ? await determinationById.load(context, id) : null;
  if (!standing) throw noDetermination();
  // Asked before the transaction opens; whose form it is, is looked at again under the lock.
  const village = standing.householdId === null ? await villageOf(context, standing.regionId) : null;
  return moveDetermination(context, 'approveDetermination', id, 'approve', (determination, moment) => {
    const born =
      determination.householdId === null && village ? birth(context, determination, village, moment) : ({} as Taken);
    const change = { ...born.change, documentNumber, approvedAt: moment.now };
    return { ...born, change, documentNumber, remark: given.remark };
  });
}

/** Named in the decision first, and then written under the name. */
function birth(context: HouseholdsContext, { id }: Determination, village: Village, { today }: Moment): Taken {
  const householdId = newId();
  let form: HouseholdInput;
  return {
    change: { householdId, formSealed: null },
    stateSet: true,
    before: async (rows: WriteRows) => {
      const [sealed] = await rows.query<{ form: Buffer }>(
        'select form_sealed as form from households.determination where id = $1',
        [id],
      );
      if (!sealed) throw noDetermination();
      form = JSON.parse(context.tools.personalData.open(sealed.form)) as HouseholdInput;
    },
    after: async (rows, { documentNumber }) => {
      const born = { id: householdId, determinationId: id, documentNumber: documentNumber ?? '' };
      await insertHousehold(context, rows, village, { ...form, registeredOn: today }, born);
    },
  };
}
