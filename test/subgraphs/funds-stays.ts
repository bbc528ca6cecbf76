// The operations of a hospital's window, and a settlement as a list of amounts: each layer's, then the patient's.

export const ADMIT = `mutation($input: AdmitPatientInput!, $key: String!) { admitPatient(input: $input, idempotencyKey: $key) { id status tags patient } }`;
export const FEES = `mutation($id: ID!, $lines: [FeeInput!]!) { uploadFees(stayId: $id, lines: $lines) { status fees { ordinal amount } } }`;
export const OUT = `mutation($id: ID!, $on: CalendarDay!) { dischargePatient(stayId: $id, on: $on) { status } }`;
export const SETTLE = `mutation($id: ID!, $key: String!) { settleStay(stayId: $id, idempotencyKey: $key) { id bill inPolicy patientPays packHash year explanation { zh en }
  layers { layer payer amount deductible rate baseAmount zh runningBefore { name amount } runningAfter { name amount } } } }`;

export const told = (of: { layers: { amount: string }[]; patientPays: string }) => [
  ...of.layers.map(({ amount }) => amount),
  of.patientPays,
];
