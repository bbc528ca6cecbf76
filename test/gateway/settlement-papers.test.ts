// The patient's slip and the repayment agreement through the file door: from stored data, a second print marked 补打, and none for another hospital's clerk.
import { openWorld, type World } from '../harness/world';
import { ADMIT, FEES, OUT, SETTLE } from '../subgraphs/funds-stays';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

async function printed(url: string): Promise<string> {
  const answer = await fetch(world.url.replace('/graphql', '') + url);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  return answer.text();
}

test('a slip tells who pays what, and an agreement when the rest is due', async () => {
  const hospital = await world.as('hospital-window');
  const member = world.city.members.filter(({ insured }) => insured === 'resident').at(-30);
  const input = { idNumber: member?.idNumber, admittedOn: '2018-05-02' };
  const { id } = (await hospital.get(ADMIT, { input, key: 'papers-admit' })).admitPatient;
  const lines = [{ name: '住院费', feeClass: 'a', amount: '10000.00', outOfPolicy: '0.00' }];
  await hospital.get(FEES, { id, lines });
  await hospital.get(OUT, { id, on: '2018-05-12' });
  const settled = (await hospital.get(SETTLE, { id, key: 'papers-settle' })).settleStay;
  const ask = `mutation($id: ID!) { requestSettlementSlip(id: $id) { url } }`;
  const slip = async () => printed((await hospital.get(ask, { id: settled.id })).requestSettlementSlip.url);
  const first = await slip();
  for (const part of ['医疗费用一站式结算单', '莱城区人民医院', '7760.00', '400.00', '个人负担'])
    expect(first).toContain(part);
  expect(first).not.toContain('补打');
  expect(first).not.toContain(member?.idNumber);
  expect(first).not.toContain('<script');
  expect(await slip()).toContain('补打（第 2 次打印）');
  expect(await (await world.as('insurer-clerk')).refused(ask, { id: settled.id })).toBe('FORBIDDEN');
  const { rows } = await world.sql.query('select funds.today()::text as today');
  const agreed = { stayId: id, amount: '300.00', instalments: 3, firstDueOn: rows[0].today };
  const sign = `mutation($input: RepaymentInput!) { signRepayment(input: $input, idempotencyKey: "papers-sign") { id } }`;
  const { signRepayment } = await hospital.get(sign, { input: agreed });
  const paper = `mutation($id: ID!) { requestRepaymentPaper(id: $id) { url } }`;
  const html = await printed((await hospital.get(paper, { id: signRepayment.id })).requestRepaymentPaper.url);
  for (const part of ['还款协议', '300.00', '100.00', rows[0].today]) expect(html).toContain(part);
});
