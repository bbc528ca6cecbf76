// Repayments that are overdue wait for the hospital and the patient's town; outpatient care shares the year's totals with stays; who is not treated first is listed.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
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

const key = () => `overdue-${randomUUID()}`;
let next = 0;
const patient = () =>
  world.city.members.filter(({ insured }) => insured === 'resident')[next++] as (typeof world.city.members)[number];
async function settled(idNumber: string, input: object, [inPolicy, dischargedOn]: [string, string | null]) {
  const { admitPatient: stay } = await world.get(hospital, ADMIT, { input: { idNumber, ...input }, key: key() });
  const lines = [{ name: '费用', feeClass: 'a', amount: inPolicy, outOfPolicy: '0.00' }];
  await world.get(hospital, FEES, { id: stay.id, lines });
  if (dischargedOn) await world.get(hospital, OUT, { id: stay.id, on: dischargedOn });
  return { stayId: stay.id as string, ...(await world.get(hospital, SETTLE, { id: stay.id, key: key() })).settleStay };
}

const LIST = `{ overdueRepayments { edges { node { id patient amount open overdue region { id } reminders { byHospital overdue remark } } } } fundsTodo(first: 200) { edges { node { kind subjectId dueOn } } } }`;
const REMIND = `mutation($id: ID!) { remindRepayment(id: $id, remark: "已电话联系，月底前还") { overdue reminders { byHospital overdue } } }`;
const PAY = `mutation($id: ID!, $amount: Money!, $on: CalendarDay!, $key: String!) { recordRepayment(agreementId: $id, amount: $amount, paidOn: $on, idempotencyKey: $key) { overdue } }`;
const mine = async (who: Caller, id: string) => {
  const { overdueRepayments, fundsTodo } = await world.get(who, LIST);
  const nodes = (of: { edges: { node: { id: string; subjectId: string; kind: string } }[] }) =>
    of.edges.map(({ node }) => node);
  return {
    listed: nodes(overdueRepayments).find((node) => node.id === id),
    todo: nodes(fundsTodo)
      .filter(({ subjectId }) => subjectId === id)
      .map(({ kind }) => kind),
  };
};

test('what is overdue waits for the hospital and for the own town, is reminded of once a day by each, and waits no more when it is paid', async () => {
  const member = patient();
  const { stayId } = await settled(member.idNumber, { admittedOn: '2018-05-02' }, ['10000.00', '2018-05-12']);
  const [{ today }] = (await world.sql.query('select funds.today()::text as today')).rows as [{ today: string }];
  const sign = `mutation($input: RepaymentInput!, $key: String!) { signRepayment(input: $input, idempotencyKey: $key) { id patient overdue } }`;
  const input = { stayId, amount: '400.00', instalments: 3, firstDueOn: today };
  const { signRepayment: agreed } = await world.get(hospital, sign, { input, key: key() });
  expect(agreed.overdue).toBe('0.00');
  const home = world.city.households.find(({ id }) => id === member.householdId);
  const towns = world.city.regions.filter(({ kind }) => kind === 'town');
  const own = towns.find(({ path }) => home?.path.startsWith(path))?.id as string;
  const [town, elsewhere] = [own, towns.find(({ id }) => id !== own)?.id as string].map((regionId) =>
    world.as('town-kouzhen', { regionId }),
  ) as [Caller, Caller];
  expect((await world.ask(town, REMIND, { id: agreed.id })).codes).toEqual(['NOTHING_OVERDUE']);
  // as if it had been signed two months before
  await world.sql.query(`alter table funds.repayment_agreement disable trigger append_only`);
  await world.sql.query(
    `update funds.repayment_agreement set signed_on = signed_on - 40, first_due_on = first_due_on - 40 where id = $1`,
    [agreed.id],
  );
  await world.sql.query(`alter table funds.repayment_agreement enable trigger append_only`);
  expect(await mine(hospital, agreed.id)).toMatchObject({
    listed: { overdue: '266.66', open: '400.00', region: { id: home?.regionId } },
    todo: ['collect-repayment'],
  });
  expect((await mine(town, agreed.id)).todo).toEqual(['follow-repayment']);
  for (const stranger of [elsewhere, otherHospital]) {
    expect(await mine(stranger, agreed.id)).toEqual({ listed: undefined, todo: [] });
    expect((await world.ask(stranger, REMIND, { id: agreed.id })).codes).toEqual(['NOT_FOUND']);
  }
  const { remindRepayment: reminded } = await world.get(town, REMIND, { id: agreed.id });
  expect(reminded).toEqual({ overdue: '266.66', reminders: [{ byHospital: false, overdue: '266.66' }] });
  expect((await world.ask(town, REMIND, { id: agreed.id })).codes).toEqual(['REMINDED_TODAY']);
  expect((await mine(town, agreed.id)).todo).toEqual([]);
  expect((await world.get(hospital, REMIND, { id: agreed.id })).remindRepayment.reminders).toHaveLength(2);
  await world.get(hospital, PAY, { id: agreed.id, amount: '266.66', on: today, key: key() });
  expect(await mine(hospital, agreed.id)).toEqual({ listed: undefined, todo: [] });
  expect((await world.ask(hospital, REMIND, { id: agreed.id })).codes).toEqual(['NOTHING_OVERDUE']);
  await expect(world.owner.query('delete from funds.repayment_reminder')).rejects.toMatchObject({
    constraint: 'funds_repayment_reminder_append_only',
  });
});

test('a settlement that is struck leaves nothing to pay back, and what was paid counts in what is agreed anew', async () => {
  const member = patient();
  const { stayId, id } = await settled(member.idNumber, { admittedOn: '2018-05-02' }, ['10000.00', '2018-05-12']);
  const [{ today }] = (await world.sql.query('select funds.today()::text as today')).rows as [{ today: string }];
  const sign = `mutation($input: RepaymentInput!, $key: String!) { signRepayment(input: $input, idempotencyKey: $key) { id open } }`;
  const bears = (await world.sql.query('select patient_pays from funds.settlement where id = $1', [id])).rows[0];
  const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
  const whole = BigInt(bears.patient_pays);
  const ask = (fen: bigint) => ({
    input: { stayId, amount: yuan(fen), instalments: 1, firstDueOn: today },
    key: key(),
  });
  const { signRepayment: agreed } = await world.get(hospital, sign, ask(whole));
  expect(agreed.open).toBe(yuan(whole));
  await world.get(hospital, PAY, { id: agreed.id, amount: '1.00', on: today, key: key() });
  await world.sql.query(`alter table funds.repayment_agreement disable trigger append_only`);
  await world.sql.query(
    `update funds.repayment_agreement set signed_on = signed_on - 40, first_due_on = first_due_on - 40 where id = $1`,
    [agreed.id],
  );
  await world.sql.query(`alter table funds.repayment_agreement enable trigger append_only`);
  expect(await mine(hospital, agreed.id)).toMatchObject({
    listed: { open: yuan(whole - 100n) },
    todo: ['collect-repayment'],
  });
  await world.get(hospital, 'mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id } }', { id });
  expect(await mine(hospital, agreed.id)).toEqual({ listed: undefined, todo: [] });
  const left = `{ repaymentAgreement(id: "${agreed.id}") { open overdue } }`;
  expect(await world.get(hospital, left)).toEqual({ repaymentAgreement: { open: '0.00', overdue: '0.00' } });
  expect((await world.ask(hospital, REMIND, { id: agreed.id })).codes).toEqual(['NOTHING_OVERDUE']);
  const more = { id: agreed.id, amount: '1.00', on: today, key: key() };
  expect((await world.ask(hospital, PAY, more)).codes).toEqual(['INVALID_INPUT']);
  await world.get(hospital, SETTLE, { id: stayId, key: key() });
  expect((await world.ask(hospital, sign, ask(whole))).codes).toEqual(['INVALID_INPUT']);
  expect((await world.get(hospital, sign, ask(whole - 100n))).signRepayment.open).toBe(yuan(whole - 100n));
});

test('the parts that are due are the same to SQL and to the page that prints them, over the ends of months', async () => {
  const { rows } = await world.sql.query(
    `select d::date::text as day, funds.repayment_overdue(100000, 3, '2018-01-31', 40000, d::date)::text as overdue
     from unnest(array['2018-01-31', '2018-02-28', '2018-03-01', '2018-03-31', '2018-04-01']::date[]) d`,
  );
  expect(rows.map(({ overdue }) => overdue)).toEqual(['0', '0', '26666', '26666', '60000']);
});

test('outpatient care of a listed disease pays by its own rates, and its year is that of the stays', async () => {
  const { idNumber } = patient();
  const outpatient = { admittedOn: '2018-08-01', encounter: 'outpatient', disease: 'diabetes' };
  const first = await settled(idNumber, outpatient, ['500.00', null]);
  // stays only · (500-200)·80 % · none of class B · 260 is below 6000 · 26 · 234·70 % · 70.20-500·4 %
  expect(told(first)).toEqual(['0.00', '240.00', '0.00', '0.00', '26.00', '163.80', '50.20', '20.00']);
  // the yearly deductible is used up: 500·80 %
  expect(
    (await settled(idNumber, { ...outpatient, admittedOn: '2018-09-01' }, ['500.00', null])).layers[1].amount,
  ).toBe('400.00');
  const stay = await settled(idNumber, { admittedOn: '2018-10-01' }, ['10000.00', '2018-10-09']);
  expect(stay.layers[0].amount).toBe('7760.00');
  const before = (layer: number, name: string) =>
    stay.layers[layer].runningBefore.find((total: { name: string }) => total.name === name)?.amount;
  // one burden and one insurer's total: 260+100, 240+400+7760 when the stay is through
  expect([before(3, 'critical-burden'), before(0, 'basic-paid')]).toEqual(['360.00', '640.00']);
  const gout = { ...outpatient, disease: 'gout', idNumber };
  const { admitPatient } = await world.get(hospital, ADMIT, { input: gout, key: key() });
  await world.get(hospital, FEES, {
    id: admitPatient.id,
    lines: [{ name: '药', feeClass: 'a', amount: '1.00', outOfPolicy: '0.00' }],
  });
  expect((await world.ask(hospital, SETTLE, { id: admitPatient.id, key: key() })).codes).toEqual([
    'DISEASE_NOT_LISTED',
  ]);
});

test('who is excluded from treat first is one whom the policy lists, and the record says which', async () => {
  const { idNumber } = patient();
  const admit = (more: object) =>
    world.ask(
      hospital,
      `mutation($input: AdmitPatientInput!, $key: String!) { admitPatient(input: $input, idempotencyKey: $key) { treatFirst treatFirstExclusion } }`,
      {
        input: { idNumber, admittedOn: '2018-08-02', ...more },
        key: key(),
      },
    );
  const { data } = await admit({ treatFirst: false, treatFirstExclusion: 'thirdParty' });
  expect(data.admitPatient).toEqual({ treatFirst: false, treatFirstExclusion: 'thirdParty' });
});
