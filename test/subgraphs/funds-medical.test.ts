// One-stop settlement beyond the ordinary stay: fees by item code, outpatient care, out of the area, uninsured people, second settlements, replay and papers.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { ADMIT, FEES, hospitalsOf, OUT, SETTLE, told } from './funds-stays';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let hospital: Caller;
let otherHospital: Caller;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  [hospital, otherHospital] = hospitalsOf(world);
}, 120_000);
afterAll(() => world?.close());

const key = () => `medical-${randomUUID()}`;
let next = 0;
const patient = (insured = 'resident') =>
  world.city.members.filter((member) => member.insured === insured)[next++] as { id: string; idNumber: string };
const admitted = async (who: Caller, input: Record<string, unknown>) =>
  (await world.get(who, ADMIT, { input: { admittedOn: '2018-05-02', ...input }, key: key() })).admitPatient
    .id as string;
async function settled(who: Caller, idNumber: string, inPolicy: string, admittedOn = '2018-05-02') {
  const id = await admitted(who, { idNumber, admittedOn });
  const lines = [{ name: '住院费', feeClass: 'a', amount: inPolicy, outOfPolicy: '0.00' }];
  await world.get(who, FEES, { id, lines });
  await world.get(who, OUT, { id, on: '2018-05-12' });
  const { settleStay } = await world.get(who, SETTLE, { id, key: key() });
  return { stay: id, id: settleStay.id as string, layers: settleStay.layers, patientPays: settleStay.patientPays };
}
const STRIKE = `mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id } }`;
const REPLAY = `query($id: ID!) { replaySettlement(id: $id) { identical engineVersion packName outcomeHash replayedHash } }`;
const ITEMS = `mutation($id: ID!, $lines: [ItemFeeInput!]!) { uploadItems(stayId: $id, lines: $lines) { status catalogueHash
  fees { itemCode feeClass amount outOfPolicy aboveLimit firstBorne unconsented } } }`;

test('fees by item code are priced by the catalogue; what nobody consented to is the hospital’s before all layers', async () => {
  const id = await admitted(hospital, { idNumber: patient().idNumber, diagnoses: ['I10', 'M16.1'] });
  const unknown = await world.ask(hospital, ITEMS, { id, lines: [{ itemCode: 'NOBODY', amount: '1.00' }] });
  expect(unknown.codes).toEqual(['ITEM_UNKNOWN']);
  const price = `query($id: ID!, $lines: [ItemFeeInput!]!) { priceItems(stayId: $id, lines: $lines) { unknownCodes lines { itemCode } } }`;
  const asked = await world.get(hospital, price, { id, lines: [{ itemCode: 'NOBODY', amount: '1.00' }] });
  expect(asked.priceItems).toEqual({ unknownCodes: ['NOBODY'], lines: [] });
  const lines = [
    { itemCode: 'FW0008', amount: '10000.00' },
    { itemCode: 'HC0002', amount: '25000.00' },
    { itemCode: 'XC0001', amount: '500.00' },
    { itemCode: 'XC0002', amount: '300.00', consent: true },
  ];
  const { uploadItems } = await world.get(hospital, ITEMS, { id, lines });
  // of 25,000 at most 20,000 are in policy, 30 % of it first borne
  expect(uploadItems.fees[1]).toMatchObject({ aboveLimit: '5000.00', firstBorne: '6000.00', outOfPolicy: '11000.00' });
  expect(uploadItems.fees[2]).toMatchObject({ feeClass: 'c', unconsented: '500.00' });
  expect(uploadItems.catalogueHash).toMatch(/^[0-9a-f]{64}$/);
  await world.get(hospital, OUT, { id, on: '2018-05-12' });
  const { settleStay } = await world.get(hospital, SETTLE, { id, key: key() });
  // in policy 10000+14000 · out 5000+6000+300: (24000-300)·80 % · 5040 is below 6000 · 16340·10 % · 14706·70 % · 4411.80-35300·4 %
  expect(told(settleStay)).toEqual(['500.00', '18960.00', '0.00', '1634.00', '10294.20', '2999.80', '1412.00']);
  const stay = await world.get(hospital, `query($id: ID!) { stay(id: $id) { diagnoses disease encounter } }`, { id });
  expect(stay.stay).toEqual({ diagnoses: ['I10', 'M16.1'], disease: null, encounter: 'stay' });
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('an admission tells what belongs together: a disease for outpatient care, a code for a diagnosis, no agreement without treating first', async () => {
  const { idNumber } = patient();
  const refused = async (input: object) => {
    const all = { idNumber, admittedOn: '2018-05-02', ...input };
    return (await world.ask(hospital, ADMIT, { input: all, key: key() })).codes;
  };
  expect(await refused({ encounter: 'outpatient' })).toEqual(['INVALID_INPUT']);
  expect(await refused({ disease: 'diabetes' })).toEqual(['INVALID_INPUT']);
  expect(await refused({ diagnoses: ['感冒'] })).toEqual(['INVALID_INPUT']);
  expect(await refused({ treatFirst: true, treatFirstExclusion: 'thirdParty' })).toEqual(['INVALID_INPUT']);
  expect(await refused({ treatFirst: false, agreementOn: '2018-05-02' })).toEqual(['INVALID_INPUT']);
  expect(await refused({ admittedOn: '2016-05-02' })).toEqual(['NOT_A_HOSPITAL']);
  const outpatient = await admitted(hospital, { idNumber, encounter: 'outpatient', disease: 'gout' });
  await world.get(hospital, FEES, {
    id: outpatient,
    lines: [{ name: '药', feeClass: 'a', amount: '80.00', outOfPolicy: '0.00' }],
  });
  // Rizhao's pack lists no diseases; and the outpatient encounter stands in the way of no stay
  expect((await world.ask(hospital, SETTLE, { id: outpatient, key: key() })).codes).toEqual(['DISEASE_NOT_LISTED']);
  expect(await refused({ treatFirst: false, treatFirstExclusion: 'thirdParty' })).toEqual([]);
});

test('nobody insured is turned away: no insurance pays, and the own town has a task, which no other town sees', async () => {
  const none = world.city.members.find((member) => {
    const home = world.city.households.find(({ id }) => id === member.householdId);
    return member.insured === 'none' && home?.path.startsWith(pathOf('371202100'));
  });
  const somebody = none ?? world.city.members.find(({ insured }) => insured === 'none');
  const id = await admitted(hospital, { idNumber: somebody?.idNumber });
  await world.get(hospital, FEES, {
    id,
    lines: [{ name: '住院费', feeClass: 'a', amount: '1000.00', outOfPolicy: '0.00' }],
  });
  await world.get(hospital, OUT, { id, on: '2018-05-12' });
  const { settleStay } = await world.get(hospital, SETTLE, { id, key: key() });
  // 0 · 0 · 100 · 900·70 % · 270-40
  expect(told(settleStay)).toEqual(['0.00', '0.00', '100.00', '630.00', '230.00', '40.00']);
  expect(settleStay.layers[0].zh).toContain('患者当年未参保');
  const home = world.city.households.find(({ id: of }) => of === somebody?.householdId);
  const town = world.city.regions.find(({ kind, path }) => kind === 'town' && home?.path.startsWith(path));
  const other = world.city.regions.find(({ kind, id: of }) => kind === 'town' && of !== town?.id);
  const officer = (regionId: string | undefined) => world.as('town-kouzhen', { regionId: regionId ?? null });
  const list = `{ insuranceTasks { edges { node { id year foundOn closedOn person household { id } } } } fundsTodo { edges { node { kind } } } }`;
  const { insuranceTasks, fundsTodo } = await world.get(officer(town?.id), list);
  expect(insuranceTasks.edges).toHaveLength(1);
  expect(insuranceTasks.edges[0].node).toMatchObject({
    year: 2018,
    closedOn: null,
    household: { id: somebody?.householdId },
  });
  expect(fundsTodo.edges.map(({ node }: { node: { kind: string } }) => node.kind)).toContain('insure-patient');
  const close = `mutation($id: ID!) { closeInsuranceTask(id: $id, remark: "已代缴参保费用") { closedOn remark } }`;
  const task = insuranceTasks.edges[0].node.id;
  expect((await world.get(officer(other?.id), list)).insuranceTasks.edges).toEqual([]);
  expect((await world.ask(officer(other?.id), close, { id: task })).codes).toEqual(['NOT_FOUND']);
  expect((await world.get(officer(town?.id), close, { id: task })).closeInsuranceTask.remark).toBe('已代缴参保费用');
  expect((await world.ask(officer(town?.id), close, { id: task })).codes).toEqual(['NOT_FOUND']);
});

test('out of the area basic insurance has paid already; the rest follows, and no hospital reduces', async () => {
  const outside = { name: '济南某医院', grade: 3, level: 'province' };
  const id = await admitted(hospital, { idNumber: patient().idNumber, outside, referred: true });
  await world.get(hospital, FEES, {
    id,
    lines: [{ name: '住院费', feeClass: 'a', amount: '20000.00', outOfPolicy: '0.00' }],
  });
  await world.get(hospital, OUT, { id, on: '2018-05-12' });
  const tell = `mutation($id: ID!, $given: [GivenLayerInput!]!) { tellPaidElsewhere(stayId: $id, given: $given) { status outsideHospital } }`;
  const given = [{ layer: 'basic', amount: '9000.00' }];
  const here = await admitted(hospital, { idNumber: patient().idNumber });
  expect((await world.ask(hospital, tell, { id: here, given })).codes).toEqual(['INVALID_INPUT']);
  await world.get(hospital, tell, { id, given: [{ layer: 'basic', amount: '20000.01' }] });
  expect((await world.ask(hospital, SETTLE, { id, key: key() })).codes).toEqual(['GIVEN_ABOVE_BASE']);
  await world.get(hospital, tell, { id, given });
  const { settleStay } = await world.get(hospital, SETTLE, { id, key: key() });
  // told · (11000-6000)·55 % · none · 8250·70 % · 2475-20000·4 %
  expect(told(settleStay)).toEqual(['9000.00', '2750.00', '0.00', '5775.00', '1675.00', '800.00']);
});

test('a stay is quoted to the patient, settled, struck and settled again with other fees; struck twice it is not', async () => {
  const { idNumber } = patient();
  const id = await admitted(hospital, { idNumber });
  const fees = (amount: string) =>
    world.get(hospital, FEES, { id, lines: [{ name: '住院费', feeClass: 'a', amount, outOfPolicy: '0.00' }] });
  await fees('1000.00');
  await world.get(hospital, OUT, { id, on: '2018-05-12' });
  const quote = `mutation($id: ID!) { recordQuote(stayId: $id) { status quotedOn } }`;
  expect((await world.get(hospital, quote, { id })).recordQuote.status).toBe('quoted');
  expect((await world.ask(otherHospital, quote, { id })).codes).toEqual(['NOT_FOUND']);
  // other fees make another quote
  expect(
    (await fees('1200.00').then(() => world.get(hospital, `query($id: ID!) { stay(id: $id) { status } }`, { id }))).stay
      .status,
  ).toBe('discharged');
  await world.get(hospital, quote, { id });
  const first = (await world.get(hospital, SETTLE, { id, key: key() })).settleStay.id;
  await world.get(hospital, STRIKE, { id: first });
  await fees('1500.00');
  const second = (await world.get(hospital, SETTLE, { id, key: key() })).settleStay;
  expect(second).toMatchObject({ bill: '1500.00' });
  expect(second.id).not.toBe(first);
  expect((await world.ask(hospital, SETTLE, { id, key: key() })).codes).toEqual(['STAY_STATE']);
  const { stay } = await world.get(hospital, `query($id: ID!) { stay(id: $id) { status settlement { id } } }`, { id });
  expect(stay).toEqual({ status: 'settled', settlement: { id: second.id } });
  const twice = `insert into funds.settlement select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from funds.settlement t where t.id = '${second.id}'`;
  await expect(world.owner.query(twice)).rejects.toMatchObject({ constraint: 'settlement_stay_once' });
});

test('what the register tells later is supplemented: paid on and given back, and a strike undoes it too', async () => {
  const { id: memberId, idNumber } = patient();
  const { stay, id } = await settled(hospital, idNumber, '10000.00');
  const supplement = `mutation($stay: ID!, $number: String!, $key: String!) { supplementSettlement(stayId: $stay, idNumber: $number, reason: "登记身份后补", idempotencyKey: $key) {
    id kind bill patientPays } }`;
  const asked = { stay, number: idNumber, key: key() };
  expect((await world.ask(hospital, supplement, asked)).codes).toEqual(['NOTHING_TO_SUPPLEMENT']);
  expect((await world.ask(hospital, supplement, { ...asked, number: patient().idNumber, key: key() })).codes).toEqual([
    'OTHER_PATIENT',
  ]);
  // On admission this patient was not known as poor: the year before, as it were, the tags were others.
  const late = await admitted(hospital, { idNumber });
  await world.sql.query(`update funds.stay set tags = '{other}' where id = $1`, [late]);
  await world.get(hospital, FEES, {
    id: late,
    lines: [{ name: '住院费', feeClass: 'a', amount: '1000.00', outOfPolicy: '0.00' }],
  });
  await world.get(hospital, OUT, { id: late, on: '2018-05-12' });
  const unpaid = (await world.get(hospital, SETTLE, { id: late, key: key() })).settleStay;
  expect(told(unpaid)).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00', '1000.00']);
  const same = { stay: late, number: idNumber, key: key() };
  const { supplementSettlement: made } = await world.get(hospital, supplement, same);
  expect((await world.get(hospital, supplement, same)).supplementSettlement.id).toBe(made.id);
  // (1000-300)·80 % · 0 · 440·10 % · 396·70 % · 118.80-40
  expect(made).toMatchObject({ kind: 'supplement', bill: '0.00', patientPays: '-960.00' });
  const { rows } = await world.sql.query(
    `select layer, amount::text from funds.settlement_share where settlement_id = $1 order by ordinal`,
    [made.id],
  );
  expect(rows.map(({ amount }) => amount)).toEqual(['56000', '4400', '27720', '7880']);
  expect((await world.get(hospital, REPLAY, { id: made.id })).replaySettlement.identical).toBe(true);
  const seen = `query($id: ID!) { settlement(id: $id) { supplements { id } struckBy { id } } }`;
  expect((await world.get(hospital, seen, { id: unpaid.id })).settlement.supplements).toEqual([{ id: made.id }]);
  await world.get(hospital, STRIKE, { id: unpaid.id });
  await world.get(hospital, STRIKE, { id });
  const left = await world.sql.query(
    'select name from funds.member_year_total where member_id = $1 group by name having sum(amount) <> 0',
    [memberId],
  );
  expect(left.rows).toEqual([]);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a settlement is worked out again to the byte; a changed byte of its pack is found and the pack is named', async () => {
  const { id } = await settled(otherHospital, patient().idNumber, '300000.00');
  const { replaySettlement: replay } = await world.get(otherHospital, REPLAY, { id });
  expect(replay).toMatchObject({ identical: true, engineVersion: '2', packName: 'rizhao-2018-04' });
  expect(replay.replayedHash).toBe(replay.outcomeHash);
  const explain = `query($id: ID!) { settlement(id: $id) { explain { layer payer base deductible rate cap amount clause { zh } source packHash zh
    brackets { from to rate paid } runningBefore { name amount } runningAfter { name amount } } } }`;
  const { settlement } = await world.get(otherHospital, explain, { id });
  expect(settlement.explain[1]).toMatchObject({
    layer: 'critical-illness',
    source: 'rizhao-2018',
    deductible: '6000.00',
  });
  expect(settlement.explain[1].packHash).toMatch(/^[0-9a-f]{64}$/);
  const change = (from: string, to: string) =>
    world.sql.query(`begin; set local session_replication_role = replica;
      update funds.pack set content = replace(content::text, '"${from}"', '"${to}"')::jsonb where name = 'rizhao-2018-04'; commit`);
  await change('0.65', '0.66');
  const refused = await world.ask(otherHospital, REPLAY, { id });
  await change('0.66', '0.65');
  expect(refused.codes).toEqual(['PACK_ALTERED']);
  expect((await world.get(otherHospital, REPLAY, { id })).replaySettlement.identical).toBe(true);
  await world.sql.query(`begin; set local session_replication_role = replica;
    update funds.settlement set input = jsonb_set(input, '{running}', '{"critical-deductible": "1"}') where id = '${id}'; commit`);
  expect((await world.get(otherHospital, REPLAY, { id })).replaySettlement.identical).toBe(false);
});

test('what a later stay of the year rested on is found when an earlier one is struck, proposed as one batch and approved by another', async () => {
  const { idNumber, id: memberId } = patient();
  const first = await settled(hospital, idNumber, '40000.00');
  const later = await settled(otherHospital, idNumber, '40000.00');
  expect(later.layers[1].deductible).toBe('0.00');
  const strike = (await world.get(hospital, STRIKE, { id: first.id })).strikeSettlement.id;
  const { rows } = await world.sql.query('select settlement_id from funds.settlement_dependence where cause_id = $1', [
    strike,
  ]);
  expect(rows).toEqual([{ settlement_id: later.id }]);
  const [officer, director] = [world.as('city-officer'), world.as('city-director')];
  const waits = `{ fundsTodo(first: 200) { edges { node { kind subjectId } } } }`;
  const mine = (await world.get(officer, waits)).fundsTodo.edges as { node: { kind: string; subjectId: string } }[];
  expect(mine.filter(({ node }) => node.kind === 'propose-differences').map(({ node }) => node.subjectId)).toContain(
    strike,
  );
  const propose = `mutation($id: ID!) { proposeDifferences(causeId: $id) { id outcome lines { id patientPays hospital { id } shares { payer amount } } } }`;
  const { proposeDifferences: batch } = await world.get(officer, propose, { id: strike });
  // 39500·65 % leave 14325, of which 6000 are the year's deductible now: 8325·55 %
  expect(batch.lines).toHaveLength(1);
  const { shares, patientPays, hospital: of } = batch.lines[0];
  expect(of.id).toBe(otherHospital.unitId);
  const fen = (text: string) => BigInt(text.replace('.', ''));
  expect(shares.reduce((sum: bigint, { amount }: { amount: string }) => sum + fen(amount), fen(patientPays))).toBe(0n);
  expect(shares[0]).toEqual({ payer: 'critical-illness-insurance', amount: '-3300.00' });
  expect((await world.ask(officer, propose, { id: strike })).codes).toEqual(['DIFFERENCES_OPEN']);
  const approve = `mutation($id: ID!) { approveDifferences(id: $id, remark: "同意补退") { outcome } }`;
  expect((await world.ask(officer, approve, { id: batch.id })).codes).toEqual(['FORBIDDEN']);
  const same = { ...director, personId: officer.personId };
  expect((await world.ask(same, approve, { id: batch.id })).codes).toEqual(['DIFFERENCE_FOUR_EYES']);
  expect((await world.get(director, approve, { id: batch.id })).approveDifferences.outcome).toBe('approved');
  expect((await world.ask(director, approve, { id: batch.id })).codes).toEqual(['DIFFERENCES_DECIDED']);
  const { replaySettlement } = await world.get(otherHospital, REPLAY, { id: batch.lines[0].id });
  expect(replaySettlement.identical).toBe(true);
  // the year is as if the struck stay had never been
  const used = await world.sql.query(
    `select sum(amount)::text as sum from funds.member_year_total where member_id = $1 and name = 'critical-deductible'`,
    [memberId],
  );
  expect(used.rows[0].sum).toBe('600000');
  expect((await world.ask(officer, propose, { id: first.id })).codes).toEqual(['NOT_FOUND']);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('what a patient cannot pay is agreed on, at most once and at most what he bears, and followed', async () => {
  const { stay, patientPays } = await settled(hospital, patient().idNumber, '10000.00');
  expect(patientPays).toBe('400.00');
  const sign = `mutation($input: RepaymentInput!, $key: String!) { signRepayment(input: $input, idempotencyKey: $key) { id amount open overdue schedule { dueOn amount } } }`;
  const [{ today }] = (await world.sql.query('select funds.today()::text as today')).rows as [{ today: string }];
  const input = { stayId: stay, amount: '400.00', instalments: 3, firstDueOn: today };
  expect((await world.ask(hospital, sign, { input: { ...input, amount: '400.01' }, key: key() })).codes).toEqual([
    'INVALID_INPUT',
  ]);
  const { signRepayment: agreed } = await world.get(hospital, sign, { input, key: key() });
  expect(agreed.schedule.map(({ amount }: { amount: string }) => amount)).toEqual(['133.33', '133.33', '133.34']);
  expect((await world.ask(hospital, sign, { input, key: key() })).codes).toEqual(['REPAYMENT_AGREED']);
  const pay = `mutation($id: ID!, $amount: Money!, $on: CalendarDay!, $key: String!) { recordRepayment(agreementId: $id, amount: $amount, paidOn: $on, idempotencyKey: $key) { open repayments { amount } } }`;
  const paid = { id: agreed.id, amount: '150.00', on: today, key: key() };
  expect((await world.ask(otherHospital, pay, paid)).codes).toEqual(['NOT_FOUND']);
  await world.get(hospital, pay, { ...paid, key: 'repaid-once-1' });
  expect((await world.get(hospital, pay, { ...paid, key: 'repaid-once-1' })).recordRepayment).toEqual({
    open: '250.00',
    repayments: [{ amount: '150.00' }],
  });
  expect((await world.ask(hospital, pay, { ...paid, amount: '250.01', key: key() })).codes).toEqual(['INVALID_INPUT']);
});

function pathOf(code: string): string {
  return world.city.regions.find((region) => region.code === code)?.path ?? '-';
}
