// What the tests of spending do over and over: pay whole, card by card and by stage, and ask what was spent in each of the ways that tell it.
import { randomUUID } from 'node:crypto';
import { answerBytes, byAmount, type CardLineTold, type cardStepsOf, profileNamed } from './card-steps';
import { APPLY, ORDER } from './funds-steps';
import { runNotice } from './notice-steps';
import type { FundsOnly } from './open-funds';
import { projectSteps } from './project-steps';

export const fenOf = (yuan: string) => BigInt(yuan.replace('.', ''));
const quarterOf = (day: string) => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const TOLD = `query($ids: [_Any!]!, $on: CalendarDay!, $quarter: String!) { _entities(representations: $ids) { ... on Region {
  all: funds(year: 2018) { reserved paid returned lines stagesReserved stagesPaid spent }
  special: funds(year: 2018, book: special) { spent } donated: funds(year: 2018, book: donation) { spent lines }
  fundExecution(year: 2018, on: $on) { sourceLevel paid } disbursed(quarter: $quarter) { paid returned lines } } } }`;

export function spendingStepsOf(world: FundsOnly, cards: ReturnType<typeof cardStepsOf>, today: string) {
  const town = () => world.as('town-kouzhen');
  async function told(regionId: string) {
    const ids = [{ __typename: 'Region', id: regionId }];
    const { _entities } = await world.get(world.as('city-finance'), TOLD, {
      ids,
      on: today,
      quarter: quarterOf(today),
    });
    return _entities[0];
  }
  async function executed(regionId: string): Promise<bigint> {
    const asker = { ...world.as('city-director'), service: 'assessments' as const };
    const facts = 'query($ids: [ID!]!, $q: String!) { executionFacts(regionIds: $ids, quarter: $q) { paid } }';
    return fenOf((await world.get(asker, facts, { ids: [regionId], q: quarterOf(today) })).executionFacts[0].paid);
  }
  async function whole(amounts: string[], projectId?: string): Promise<string> {
    const input = { ...(await cards.steps.application(amounts)), ...(projectId ? { projectId } : {}) };
    const { id } = (await world.get(town(), APPLY, { input, key: randomUUID() })).applyDisbursement;
    await world.get(cards.director, 'mutation($id: ID!) { approveDisbursement(id: $id) { id } }', { id });
    await runNotice(world.sql, id);
    await world.get(cards.finance, ORDER, { id, key: randomUUID() });
    const pay = 'mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { state } }';
    await world.get(cards.finance, pay, { id, key: randomUUID() });
    return id;
  }
  const partly = async (amounts: string[]) => {
    const profile = profileNamed('delimited-utf8');
    const batch = await cards.released([await cards.approved(amounts)]);
    const [low, high] = byAmount(batch) as [CardLineTold, CardLineTold];
    await cards.bring(await answerBytes(profile, batch.number, 'answer', [cards.told(low, 'E02'), cards.told(high)]));
  };
  async function stage(contracted: string): Promise<string> {
    const projectId = await projectSteps(world).upTo('in-plan');
    const evidenceId = randomUUID();
    await world.sql.query(
      `insert into funds.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'pdf', 10, '报账材料.pdf', $3, now())`,
      [evidenceId, 'ab'.repeat(32), town().personId],
    );
    const lot = await cards.steps.townLot();
    const input = {
      allotmentLineId: lot.id,
      projectId,
      title: '小型水利修缮',
      payee: '口镇某建筑队（拟）',
      contractNumber: 'HT-1',
    };
    const open =
      'mutation($input: OpenReimbursementInput!, $key: String!) { openReimbursement(input: $input, idempotencyKey: $key) { id } }';
    const asked = { input: { ...input, planned: contracted, contracted }, key: randomUUID() };
    const { id } = (await world.get(town(), open, asked)).openReimbursement;
    const documents = ['contract', 'start-report'].map((kind) => ({
      kind,
      number: '〔2018〕1号',
      day: '2018-06-01',
      sealed: true,
      evidenceId,
    }));
    const claim =
      'mutation($id: ID!, $documents: [StageDocumentInput!]!, $key: String!) { claimStage(id: $id, stage: "start", documents: $documents, idempotencyKey: $key) { id amount } }';
    const claimed = (await world.get(town(), claim, { id, documents, key: randomUUID() })).claimStage;
    await world.get(cards.director, 'mutation($id: ID!) { approveStageClaim(id: $id) { state } }', { id: claimed.id });
    const order =
      'mutation($id: ID!, $key: String!) { issueStagePaymentOrder(id: $id, idempotencyKey: $key) { state } }';
    await world.get(cards.finance, order, { id: claimed.id, key: randomUUID() });
    const pay = 'mutation($id: ID!, $key: String!) { payStageClaim(id: $id, idempotencyKey: $key) { state } }';
    await world.get(cards.finance, pay, { id: claimed.id, key: randomUUID() });
    return claimed.amount;
  }
  /** Five yuan of the line of that amount. */
  async function bringBack(batch: string, fen: number): Promise<void> {
    const line = 'select id from funds.disbursement_line where disbursement_id = $1 and amount = $2';
    const { rows } = await world.sql.query(line, [batch, fen]);
    const back =
      'mutation($id: ID!, $key: String!) { returnPayment(lineId: $id, amount: "5.00", reason: "账户有误", idempotencyKey: $key) { id } }';
    await world.get(cards.finance, back, { id: rows[0].id, key: randomUUID() });
  }
  return { told, executed, whole, partly, stage, bringBack };
}
