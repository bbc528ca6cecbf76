// Funds behind the gateway, with the other subgraphs as they are: one disbursement by three accounts, one stay by a hospital's window.
import { openWorld, type World } from '../harness/world';
import { ADMIT, FEES, OUT, SETTLE, told } from '../subgraphs/funds-stays';
import { daysPass } from '../subgraphs/notice-steps';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

interface Lot {
  id: string;
  purpose: string;
  balance: { available: string };
}

const SUMS = `{ regionByCode(code: "371202100") { name funds(year: 2018) { paid lines } } }`;

test('a town applies for its households, the director approves, finance pays; town and city see the same sums', async () => {
  const [town, director, finance] = await Promise.all(['town-kouzhen', 'city-director', 'city-finance'].map(world.as));
  if (!town || !director || !finance) throw new Error('three accounts sign in');
  const before = (await town.get(SUMS)).regionByCode.funds;
  const { allotments, households } = await town.get(
    `{ allotments(first: 50) { edges { node { lines { id purpose balance { available } } } } } households(first: 1) { edges { node { id } } } }`,
  );
  const lots = allotments.edges.flatMap(({ node }: { node: { lines: Lot[] } }) => node.lines) as Lot[];
  const lot = lots.find(({ balance }) => Number.parseInt(balance.available, 10) >= 100);
  const input = {
    allotmentLineId: lot?.id,
    purpose: lot?.purpose,
    documentNumber: '口政发〔2018〕9号（拟）',
    lines: [{ householdId: households.edges[0].node.id, amount: '88.80' }],
  };
  const apply = `mutation($input: ApplyDisbursementInput!) { applyDisbursement(input: $input, idempotencyKey: "gateway-apply") { id appliedBy { name } } }`;
  const { id, appliedBy } = (await town.get(apply, { input })).applyDisbursement;
  expect(appliedBy.name).toMatch(/^\p{Script=Han}{2,4}$/u);
  const pay = `mutation($id: ID!) { payDisbursement(id: $id, idempotencyKey: "gateway-pay") { state region { name } } }`;
  const order = `mutation($id: ID!) { issuePaymentOrder(id: $id, idempotencyKey: "gateway-order") { state } }`;
  expect(await finance.refused(order, { id })).toBe('DISBURSEMENT_STATE');
  expect(await town.refused(`mutation($id: ID!) { approveDisbursement(id: $id) { id } }`, { id })).toBe('FORBIDDEN');
  await director.get(`mutation($id: ID!) { approveDisbursement(id: $id) { id } }`, { id });
  expect(await finance.refused(order, { id })).toBe('NOTICE_NOT_CLEARED');
  const post = `mutation($id: ID!) { postFundNotice(input: { type: posting, subjectKind: "disbursement", subjectId: $id }) { id title region { name } lines { edges { node { village } } } } }`;
  const posted = (await town.get(post, { id })).postFundNotice;
  expect(posted).toMatchObject({ title: expect.stringMatching(/^口镇2018年.+公示$/), region: { name: '口镇' } });
  expect(await finance.refused(order, { id })).toBe('NOTICE_NOT_CLEARED');
  await daysPass(world.sql, posted.id);
  expect(await finance.refused(pay, { id })).toBe('DISBURSEMENT_STATE');
  await finance.get(order, { id });
  expect((await finance.get(pay, { id })).payDisbursement).toEqual({ state: 'paid', region: { name: '口镇' } });
  const after = (await town.get(SUMS)).regionByCode.funds;
  expect(after.lines - before.lines).toBe(1);
  expect((await director.get(SUMS)).regionByCode.funds).toEqual(after);
  expect(await town.refused(`{ regionByCode(code: "371200") { funds(year: 2018) { paid } } }`)).toBe('OUT_OF_SCOPE');
  const foreign = world.city.households.find(
    ({ path }) => !path.startsWith(world.city.regions.find(({ code }) => code === '371202100')?.path ?? ''),
  );
  const elsewhere = { ...input, lines: [{ householdId: foreign?.id, amount: '1.00' }] };
  expect(await town.refused(apply.replace('gateway-apply', 'gateway-foreign'), { input: elsewhere })).toBe('NOT_FOUND');
});

test('a registered poor patient is admitted, billed, discharged and settled; who is not registered is not eligible', async () => {
  const hospital = await world.as('hospital-window');
  const member = world.city.members.find(({ insured }) => insured === 'resident');
  const input = { idNumber: member?.idNumber, admittedOn: '2018-05-02' };
  const admitted = (await hospital.get(ADMIT, { input, key: 'gateway-admit' })).admitPatient;
  expect(admitted.patient).toMatch(/^.\*+$/);
  const lines = [
    { name: '住院费', feeClass: 'a', amount: '16000.00', outOfPolicy: '0.00' },
    { name: '自费药', feeClass: 'c', amount: '4000.00', outOfPolicy: '4000.00' },
  ];
  await hospital.get(FEES, { id: admitted.id, lines });
  await hospital.get(OUT, { id: admitted.id, on: '2018-05-12' });
  const { settleStay } = await hospital.get(SETTLE, { id: admitted.id, key: 'gateway-settle' });
  expect(told(settleStay)).toEqual(['12560.00', '0.00', '744.00', '4687.20', '1208.80', '800.00']);
  const stranger = { idNumber: '11010519491231002X', admittedOn: '2018-05-02' };
  expect(await hospital.refused(ADMIT, { input: stranger, key: 'gateway-stranger' })).toBe('NOT_ELIGIBLE');
});
