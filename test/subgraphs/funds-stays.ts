// The operations of a hospital's window, the windows of two hospitals, and a settlement as a list of amounts: each layer's, then the patient's.
import type { Caller } from '#platform/vocabulary/caller';
import type { FundsOnly } from './open-funds';

export const ADMIT = `mutation($input: AdmitPatientInput!, $key: String!) { admitPatient(input: $input, idempotencyKey: $key) { id status tags patient } }`;
export const FEES = `mutation($id: ID!, $lines: [FeeInput!]!) { uploadFees(stayId: $id, lines: $lines) { status fees { ordinal amount } } }`;
export const OUT = `mutation($id: ID!, $on: CalendarDay!) { dischargePatient(stayId: $id, on: $on) { status } }`;
export const SETTLE = `mutation($id: ID!, $key: String!) { settleStay(stayId: $id, idempotencyKey: $key) { id bill inPolicy patientPays packHash year explanation { zh en }
  layers { layer payer amount deductible rate baseAmount zh runningBefore { name amount } runningAfter { name amount } } } }`;

export const told = (of: { layers: { amount: string }[]; patientPays: string }) => [
  ...of.layers.map(({ amount }) => amount),
  of.patientPays,
];

/** The clerk of the demo's hospital, and one of a hospital of the third grade. */
export function hospitalsOf({ as, city }: Pick<FundsOnly, 'as' | 'city'>): [Caller, Caller] {
  const hospital = as('hospital-window');
  const grade3 = city.units.find(({ kind, grade }) => kind === 'hospital' && grade === 3)?.id as string;
  return [hospital, { ...hospital, unitId: grade3, personId: '01890000-0000-7000-8000-0000000000aa' }];
}
