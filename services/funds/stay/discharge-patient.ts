// Discharges a patient (出院): from then on the stay can be settled; in another year than that of admission, the insurance of this year is asked for.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { yearOf } from '../settlement/two-years.rules';
import { changeStay } from './change-stay';
import { getInsured } from './get-insured';
import { Stay } from './stay.entity';

export async function dischargePatient(context: Context, stayId: string, on: string): Promise<string> {
  checkId(stayId, '住院 stay');
  const stay = await context.inScope.read(({ manager }) => manager.findOneBy(Stay, { id: stayId }));
  if (!stay) throw commonRefusals.notFound({ what: '住院 stay' });
  const insured = yearOf(on) > yearOf(stay.admittedOn) ? await getInsured(context, stay.memberId, on) : null;
  return changeStay(context, stayId, 'discharge', { action: 'dischargePatient', facts: { on } }, (query) =>
    query('select funds.discharge_patient($1, $2, $3) as verdict', [stayId, on, insured]),
  );
}
