// Payment in stages through the graph: shares by pack, documents, acceptance before the claim, a deposit for a year, and scale over plan approved first.
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf } from './funds-direct';
import { type Steps, stepsOf } from './funds-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: Steps;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
}, 120_000);
afterAll(() => world?.close());

const OPEN = `mutation($input: OpenReimbursementInput!, $key: String!) { openReimbursement(input: $input, idempotencyKey: $key) { id number stages { code amount isDeposit dueOn } } }`;
const CLAIM = `mutation($id: ID!, $stage: String!, $documents: [StageDocumentInput!]!, $key: String!) { claimStage(id: $id, stage: $stage, documents: $documents, idempotencyKey: $key) { id amount state } }`;
const APPROVE = 'mutation($id: ID!) { approveStageClaim(id: $id) { state } }';
const PAY = 'mutation($id: ID!, $key: String!) { payStageClaim(id: $id, idempotencyKey: $key) { state paidOn } }';
const ACCEPT =
  'mutation($id: ID!, $on: CalendarDay!) { recordAcceptance(id: $id, on: $on, documentNumber: "口镇验〔2018〕3号（拟）") { acceptedOn stages { code dueOn } } }';

const town = () => world.as('town-kouzhen');
const documents = (...kinds: string[]) => kinds.map((kind) => ({ kind, number: '〔2018〕1号', day: '2018-06-01' }));
const all = documents(
  ...['contract', 'start-report', 'progress-certificate', 'expense-list', 'invoice'],
  ...['acceptance-report', 'town-opinion', 'quality-opinion'],
);

async function open(planned: string, contracted: string, title = '小型水利修缮') {
  const lot = await steps.townLot();
  const input = {
    allotmentLineId: lot.id,
    title,
    payee: '口镇某建筑队（拟）',
    contractNumber: 'HT-2018-01',
    planned,
    contracted,
  };
  return world.ask(town(), OPEN, { input, key: steps.key() });
}
const claim = async (id: string, stage: string, given = all) => {
  const { data, codes } = await world.ask(town(), CLAIM, { id, stage, documents: given, key: steps.key() });
  return codes[0] ?? data.claimStage;
};
async function paid(id: string, stage: string): Promise<string> {
  const { id: claimId, amount } = await claim(id, stage);
  await world.get(world.as('city-director'), APPROVE, { id: claimId });
  await world.get(world.as('city-finance'), PAY, { id: claimId, key: steps.key() });
  return amount;
}
const today = async () => (await world.sql.query('select funds.today()::text as day')).rows[0].day as string;

test('forty, fifty, five, and a deposit of five for a year, to the fen', async () => {
  const made = (await open('100.00', '100.03')).data.openReimbursement;
  expect(made.stages.map(({ code, amount }: { code: string; amount: string }) => `${code} ${amount}`)).toEqual([
    'start 40.01',
    'substantial 50.01',
    'acceptance 5.00',
    'deposit 5.01',
  ]);
  expect(await claim(made.id, 'substantial')).toBe('STAGE_ORDER');
  expect(await claim(made.id, 'start', documents('contract'))).toBe('DOCUMENTS_MISSING');
  expect(await paid(made.id, 'start')).toBe('40.01');
  expect(await claim(made.id, 'start')).toBe('STAGE_CLAIMED');
  expect(await paid(made.id, 'substantial')).toBe('50.01');
  expect(await claim(made.id, 'acceptance')).toBe('NOT_ACCEPTED');
  expect((await world.ask(town(), ACCEPT, { id: made.id, on: '2999-01-01' })).codes).toEqual(['INVALID_INPUT']);
  const accepted = (await world.get(town(), ACCEPT, { id: made.id, on: await today() })).recordAcceptance;
  expect(accepted.stages.at(-1).dueOn > (await today())).toBe(true);
  expect((await world.ask(town(), ACCEPT, { id: made.id, on: '2018-01-01' })).codes).toEqual(['REIMBURSEMENT_DONE']);
  expect(await paid(made.id, 'acceptance')).toBe('5.00');
  expect(await claim(made.id, 'deposit')).toBe('STAGE_NOT_DUE');
  await world.sql.query(`set session_replication_role = 'replica'`);
  await world.sql.query('update funds.reimbursement set accepted_on = accepted_on - 365 where id = $1', [made.id]);
  await world.sql.query('reset session_replication_role');
  expect(await paid(made.id, 'deposit')).toBe('5.01');
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('three people; a rejected claim frees its money and is made anew', async () => {
  const made = (await open('50.00', '50.00')).data.openReimbursement;
  const first = await claim(made.id, 'start');
  const available = async () => (await steps.townLot()).available;
  const before = await available();
  const self = await world.ask(world.as('city-director', { personId: town().personId }), APPROVE, { id: first.id });
  expect(self.codes).toEqual(['STAGE_CLAIM_FOUR_EYES']);
  const plain = world.inRole('region', world.as('city-director', { personId: town().personId }), (client) =>
    client.query(`select funds.decide_stage_claim($1, 'approve', null, gen_random_uuid())`, [first.id]),
  );
  expect(await constraintOf(plain)).toBe('stage_claim_four_eyes');
  expect((await world.ask(world.as('city-finance'), PAY, { id: first.id, key: steps.key() })).codes).toEqual([
    'STAGE_CLAIM_STATE',
  ]);
  const reject = 'mutation($id: ID!) { rejectStageClaim(id: $id, reason: "凭证不清") { state reason } }';
  expect((await world.get(world.as('city-director'), reject, { id: first.id })).rejectStageClaim.state).toBe(
    'rejected',
  );
  expect(BigInt(await available()) - BigInt(before)).toBe(2000n);
  expect((await claim(made.id, 'start')).state).toBe('applied');
  expect(await checkLedger(world.sql)).toEqual([]);
  const foreign = await world.ask(world.as('zone-xueye'), 'query($id: ID!) { reimbursement(id: $id) { id } }', {
    id: made.id,
  });
  expect(foreign.data.reimbursement).toBeNull();
});

test('a contract that exceeds its plan by more than a tenth is approved first; what is never paid is refused by its words', async () => {
  const tenth = (await open('100.00', '110.00')).data.openReimbursement;
  expect((await claim(tenth.id, 'start')).state).toBe('applied');
  const more = (await open('100.00', '110.01')).data.openReimbursement;
  expect(await claim(more.id, 'start')).toBe('SCALE_NOT_APPROVED');
  const scale =
    'mutation($id: ID!) { approveReimbursementScale(id: $id, documentNumber: "莱扶办〔2018〕30号（拟）") { scaleApprovedOn } }';
  const own = await world.ask(world.as('city-director', { personId: town().personId }), scale, { id: more.id });
  expect(own.codes).toEqual(['STAGE_CLAIM_FOUR_EYES']);
  await world.get(world.as('city-director'), scale, { id: more.id });
  expect((await claim(more.id, 'start')).state).toBe('applied');
  expect((await open('10.00', '10.00', '村委办公楼粉刷')).codes).toEqual(['NEGATIVE_LIST']);
});
