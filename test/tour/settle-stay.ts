// Carries one medical stay to its end: revealed with a reason, admitted, billed, discharged, quoted, settled and explained.
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { admitPatient } from './admit-patient';
import { codeOf } from './tour-client';
import { as, regionOf, type TourGuide, YEAR } from './tour-guide';

interface Outcome {
  bill: string;
  patientPays: string;
  packHash: string;
  layers: { payer: string; amount: string; zh: string; en: string; clause: { zh: string }; source: string }[];
  explanation: { zh: string; en: string };
}

const OUTCOME = 'bill patientPays packHash layers { payer amount zh en clause { zh } source } explanation { zh en }';
const fees = [
  { name: '床位与护理', feeClass: 'a', amount: '1260.00', outOfPolicy: '0.00' },
  { name: '手术', feeClass: 'a', amount: '38450.75', outOfPolicy: '0.00' },
  { name: '检查与乙类药品', feeClass: 'b', amount: '14380.66', outOfPolicy: '719.03' },
  { name: '目录外材料', feeClass: 'c', amount: '5210.40', outOfPolicy: '5210.40' },
];
const UPLOAD = 'mutation($id: ID!, $lines: [FeeInput!]!) { uploadFees(stayId: $id, lines: $lines) { id status } }';
const DISCHARGE = 'mutation($id: ID!, $on: CalendarDay!) { dischargePatient(stayId: $id, on: $on) { id status } }';
const QUOTE = `query($id: ID!) { quoteSettlement(stayId: $id) { ${OUTCOME} } }`;
const SETTLE = `mutation($id: ID!, $key: String!) { settleStay(stayId: $id, idempotencyKey: $key) { id ${OUTCOME} } }`;
const MEDICAL = `query($id: ID!) { region(id: $id) { medical(year: ${YEAR}) { stays bill patientPays } } }`;

export async function settleStay(guide: TourGuide): Promise<void> {
  const { record, stamp } = guide;
  record.begin('settlement', '医疗一站式结算 · A medical stay is settled');
  const [hospital, town] = [as(guide, 'hospital-window'), as(guide, 'town-kouzhen')];
  const before = await medicalOf(guide);
  const stayId = await admitPatient(guide, before.stays);
  if (stayId === null) return;
  const { errors: early } = await hospital.ask(SETTLE, { id: stayId, key: `${stamp}-early-settle` });
  record.same('未出院不能结算 · nothing is settled before discharge', 'STAY_STATE', codeOf(early[0]));
  await hospital.get(UPLOAD, { id: stayId, lines: fees });
  await hospital.get(DISCHARGE, { id: stayId, on: `${YEAR}-05-21` });
  const { quoteSettlement: quote } = await hospital.get<{ quoteSettlement: Outcome }>(QUOTE, { id: stayId });
  const { settleStay: settled } = await hospital.get<{ settleStay: Outcome & { id: string } }>(SETTLE, {
    id: stayId,
    key: `${stamp}-settle`,
  });
  const { settleStay: repeated } = await hospital.get<{ settleStay: { id: string } }>(SETTLE, {
    id: stayId,
    key: `${stamp}-settle`,
  });
  const { id, ...outcome } = settled;
  record.same('结算与试算一致 · it is settled as it was quoted', quote, outcome);
  record.same('重复提交只结算一次 · sent twice under one key, it is settled once', id, repeated.id);

  const bill = fees.reduce((sum, { amount }) => sum + parseYuan(amount), 0n);
  const shares = outcome.layers.reduce((sum, { amount }) => sum + parseYuan(amount), 0n);
  record.table(
    ['支付方 payer', '支付 pays', '条款 clause', '出处 source'],
    [
      ...outcome.layers.map(({ payer, amount, clause, source }) => [payer, amount, clause.zh, source]),
      ['个人 patient', outcome.patientPays, '', ''],
    ],
  );
  tellExplanation(guide, outcome);
  record.same('总费用等于各项费用之和 · the bill is the sum of its fees', formatYuan(bill), outcome.bill);
  record.same(
    '各方支付加个人负担等于总费用 · shares and patient make the bill',
    formatYuan(bill),
    formatYuan(shares + parseYuan(outcome.patientPays)),
  );
  record.check(
    '个人负担不多于总费用，各层不为负 · nobody pays less than nothing',
    outcome.layers.every(({ amount }) => parseYuan(amount) >= 0n) && parseYuan(outcome.patientPays) >= 0n,
  );

  const after = await medicalOf(guide);
  record.same(
    '口镇医疗合计随之变化 · the sums of the home town move with it',
    told(before, { stays: 1, bill, patientPays: parseYuan(outcome.patientPays) }),
    told(after),
  );
  await checkWhoSees(guide, id, outcome);
  const { errors: noStay } = await town.ask('query($id: ID!) { stay(id: $id) { id } }', { id: stayId });
  record.same('乡镇看不到住院本身 · the town does not see the stay itself', 'FORBIDDEN', codeOf(noStay[0]));
  record.figure('settlement', {
    bill: outcome.bill,
    patientPays: outcome.patientPays,
    packHash: outcome.packHash,
    layers: outcome.layers,
    explanation: outcome.explanation,
  });
}

function tellExplanation({ record }: TourGuide, { explanation: { zh, en }, layers }: Outcome): void {
  const [chinese, english] = [zh.split('\n'), en.split('\n')];
  for (let at = 0; at < Math.max(chinese.length, english.length); at++) {
    record.line(chinese[at] ?? '');
    record.line(`  ${english[at] ?? ''}`);
  }
  record.same(
    '说明逐层有中英文 · each layer is explained in both languages',
    [layers.length + 1, layers.length + 1],
    [chinese.length, english.length],
  );
}

/** The insurer sees what it shares in, and nothing else. */
async function checkWhoSees(guide: TourGuide, id: string, { layers }: Outcome): Promise<void> {
  const { settlement } = await as(guide, 'insurer-clerk').get<{ settlement: { id: string } | null }>(
    'query($id: ID!) { settlement(id: $id) { id } }',
    { id },
  );
  const shares = layers.some(({ payer, amount }) => payer === 'critical-illness-insurance' && parseYuan(amount) > 0n);
  guide.record.same(
    '大病保险只见自己分担的结算 · the insurer sees a settlement when it shares in it',
    shares,
    settlement !== null,
  );
}

interface Medical {
  stays: number;
  bill: bigint;
  patientPays: bigint;
}

async function medicalOf(guide: TourGuide): Promise<Medical> {
  const { region } = await as(guide, 'town-kouzhen').get<{
    region: { medical: { stays: number; bill: string; patientPays: string } };
  }>(MEDICAL, {
    id: regionOf(guide, 'town-kouzhen').id,
  });
  const { stays, bill, patientPays } = region.medical;
  return { stays, bill: parseYuan(bill), patientPays: parseYuan(patientPays) };
}

function told(medical: Medical, more: Medical = { stays: 0, bill: 0n, patientPays: 0n }): Record<string, string> {
  return {
    stays: String(medical.stays + more.stays),
    bill: formatYuan(medical.bill + more.bill),
    patientPays: formatYuan(medical.patientPays + more.patientPays),
  };
}
