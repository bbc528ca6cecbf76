// Discharges a patient (出院): from then on the stay can be settled.
import type { Context } from '#platform/graph/context';
import { changeStay } from './change-stay';

export async function dischargePatient(context: Context, stayId: string, on: string): Promise<string> {
  return changeStay(context, stayId, 'discharge', { action: 'dischargePatient', facts: { on } }, (query) =>
    query('select funds.discharge_patient($1, $2) as verdict', [stayId, on]),
  );
}
