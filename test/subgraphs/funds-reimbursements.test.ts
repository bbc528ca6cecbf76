// Payment in stages through the graph: of a project in its plan, shares by pack, documents with files, acceptance before the claim, a deposit for a year, and scale over plan approved first.
import { randomUUID } from 'node:crypto';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { constraintOf } from './funds-direct';
import { type Steps, stepsOf } from './funds-steps';
import { type FundsOnly, openFunds } from './open-funds';
import { projectSteps } from './project-steps';

let world: FundsOnly;
let steps: Steps;
let project: string;
let file: string;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
  project = await projectSteps(world).upTo('in-plan');
  now = (await world.sql.query('select funds.today()::text as day')).rows[0].day;
  file = randomUUID();
  await world.sql.query(
    `insert into funds.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'pdf', 10, '报账材料.pdf', $3, now())`,
    [file, SHA, town().personId],
  );
}, 120_000);
afterAll(() => world?.close());

const OPEN = `mutation($input: OpenReimbursementInput!, $key: String!) { openReimbursement(input: $input, idempotencyKey: $key) { id number stages { code amount isDeposit dueOn } } }`;
const CLAIM = `mutation($id: ID!, $stage: String!, $documents: [StageDocumentInput!]!, $key: String!) { claimStage(id: $id, stage: $stage, documents: $documents, idempotencyKey: $key) { id amount state } }`;
const APPROVE = 'mutation($id: ID!) { approveStageClaim(id: $id) { state } }';
const PAY = 'mutation($id: ID!, $key: String!) { payStageClaim(id: $id, idempotencyKey: $key) { state paidOn } }';
const ORDER = 'mutation($id: ID!, $key: String!) { issueStagePaymentOrder(id: $id, idempotencyKey: $key) { state } }';
const ACCEPT =
  'mutation($id: ID!, $on: CalendarDay!) { recordAcceptance(id: $id, on: $on, documentNumber: "口镇验〔2018〕3号（拟）") { acceptedOn stages { code dueOn } } }';

const town = () => world.as('town-kouzhen');
const SHA = 'ab'.repeat(32);
const documents = (...kinds: string[]) =>
  kinds.map((kind) => ({ kind, number: '〔2018〕1号', day: '2018-06-01', sealed: true, evidenceId: file }));
const before = () => documents('contract', 'start-report', 'progress-certificate', 'expense-list', 'invoice');
let now = '';
const after = () =>
  documents('acceptance-report', 'town-opinion', 'quality-opinion').map((each) => ({ ...each, day: now }));
const all = () => [...before(), ...after()];

async function open(planned: string, contracted: string, title = '小型水利修缮') {
  const lot = await steps.townLot();
  const input = {
    allotmentLineId: lot.id,
    projectId: project,
    title,
    payee: '口镇某建筑队（拟）',
    contractNumber: 'HT-2018-01',
    planned,
    contracted,
  };
  return world.ask(town(), OPEN, { input, key: steps.key() });
}
const claim = async (id: string, stage: string, given = all()) => {
  const { data, codes } = await world.ask(town(), CLAIM, { id, stage, documents: given, key: steps.key() });
  return codes[0] ?? data.claimStage;
};
async function paid(id: string, stage: string): Promise<string> {
  const { id: claimId, amount } = await claim(id, stage);
  await world.get(world.as('city-director'), APPROVE, { id: claimId });
  await world.get(world.as('city-finance'), ORDER, { id: claimId, key: steps.key() });
  await world.get(world.as('city-finance'), PAY, { id: claimId, key: steps.key() });
  return amount;
}

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
  const accepted = (await world.get(town(), ACCEPT, { id: made.id, on: now })).recordAcceptance;
  expect(accepted.stages.at(-1).dueOn > now).toBe(true);
  expect((await world.ask(town(), ACCEPT, { id: made.id, on: '2018-01-01' })).codes).toEqual(['REIMBURSEMENT_DONE']);
  // Signed and sealed, not of a day before the acceptance, and each with its file.
  const but = (kind: string, more: object) => [
    ...all().filter((each) => each.kind !== kind),
    { ...after()[1], kind, ...more },
  ];
  expect(await claim(made.id, 'acceptance', but('town-opinion', { sealed: false }) as never)).toBe('STAGE_DOCUMENT');
  expect(await claim(made.id, 'acceptance', but('town-opinion', { day: '2018-06-01' }) as never)).toBe(
    'STAGE_DOCUMENT',
  );
  const nobodys = { evidenceId: randomUUID() };
  expect(await claim(made.id, 'acceptance', but('town-opinion', nobodys) as never)).toBe('NOT_FOUND');
  expect(await paid(made.id, 'acceptance')).toBe('5.00');
  const LOOK =
    'query($id: ID!) { reimbursement(id: $id) { project { id paid } claims { stage evidence { sha256 } documents { kind sha256 sealed } } } }';
  const seen = (await world.get(world.as('auditor'), LOOK, { id: made.id })).reimbursement;
  expect(seen.project).toEqual({ id: project, paid: '95.02' });
  expect(seen.claims[0]).toMatchObject({
    evidence: [{ sha256: SHA }],
    documents: expect.arrayContaining([{ kind: 'contract', sha256: SHA, sealed: true }]),
  });
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
  const reject =
    'mutation($id: ID!, $ground: String) { rejectStageClaim(id: $id, ground: $ground, reason: "凭证不清") { state ground } }';
  expect((await world.ask(world.as('city-director'), reject, { id: first.id })).codes).toEqual([
    'STAGE_GROUND_UNKNOWN',
  ]);
  const rejected = await world.get(world.as('city-director'), reject, { id: first.id, ground: 'vouchers-missing' });
  expect(rejected.rejectStageClaim).toEqual({ state: 'rejected', ground: 'vouchers-missing' });
  expect(BigInt(await available()) - BigInt(before)).toBe(2000n);
  expect((await claim(made.id, 'start')).state).toBe('applied');
  expect(await checkLedger(world.sql)).toEqual([]);
  const foreign = await world.ask(world.as('zone-xueye'), 'query($id: ID!) { reimbursement(id: $id) { id } }', {
    id: made.id,
  });
  expect(foreign.data.reimbursement).toBeNull();
});

test('a contract is of a project in an approved plan and within its budget, in plain SQL too; its deposit is due to be claimed', async () => {
  const lot = await steps.townLot();
  const input = {
    allotmentLineId: lot.id,
    title: '打井两眼',
    payee: '口镇某建筑队（拟）',
    contractNumber: 'HT-2018-02',
  };
  const tried = async (projectId: string, yuan: string) =>
    (
      await world.ask(town(), OPEN, {
        input: { ...input, projectId, planned: yuan, contracted: yuan },
        key: steps.key(),
      })
    ).codes;
  expect(await tried(await projectSteps(world).propose(), '10.00')).toEqual(['PROJECT_NOT_PLANNED']);
  expect(await tried(project, '120000.01')).toEqual(['PROJECT_OVER_BUDGET']);
  const foreign = await world.sql.query(`select id from funds.project where name like '%黑山羊%'`);
  expect(await tried(foreign.rows[0].id, '10.00')).toEqual(['NOT_FOUND']);
  const made = (await open('20.00', '20.00')).data.openReimbursement;
  const first = await claim(made.id, 'start');
  const copy = `insert into funds.stage_claim select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'stage', 'substantial', 'documents', '[{"kind": "invoice", "day": "2018-06-01"}]'::jsonb))).* from funds.stage_claim c where c.id = $1`;
  expect(await constraintOf(world.owner.query(copy, [first.id]))).toBe('stage_claim_documents');
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
