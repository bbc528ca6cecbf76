// What the tests of one-card batches do over and over: list, verify, post, release, and bring what a bank answers through the file door.
import { randomUUID } from 'node:crypto';
import { readData } from '#platform/process/read-data';
import { formatYuan } from '#platform/vocabulary/money';
import { bankFiles } from '../../services/funds/bank-files';
import type { BankProfile } from '../../services/funds/one-card/bank-profile.rules';
import { parseBankProfile } from '../../services/funds/one-card/bank-profile.rules';
import type { Held } from '../../services/funds/one-card/bank-record.rules';
import { stepsOf } from './funds-steps';
import { daysPass, POST } from './notice-steps';
import type { FundsOnly } from './open-funds';

const LINE = 'id reference amount state reason card payee payment { id state } household { id }';
export const BATCH = `id number state total lineCount sums { state lines amount } lines(first: 200) { edges { node { ${LINE} } } } files { id kind state name sha256 lineCount total }`;
const FILE =
  'id state kind flaw lineCount total lines(first: 200) { edges { node { ordinal reference outcome differs } } }';

export interface AnswerTold {
  reference: string;
  card: string;
  fen: bigint;
  direction?: 'out' | 'in';
  /** a code of failure; absent: paid */
  code?: string;
}

export const profiles: readonly BankProfile[] = readData('bank-profiles', parseBankProfile);
export const profileNamed = (name: string) => profiles.find((each) => each.name === name) as BankProfile;

/** The bytes that a bank sends: its head tells count and total, right or wrong. */
export function answerBytes(
  profile: BankProfile,
  batch: string,
  kind: 'answer' | 'return',
  lines: readonly AnswerTold[],
  bent: { count?: number; total?: bigint } = {},
): Promise<Buffer> {
  const isFen = [profile.answer.head, profile.answer.tail, profile.answer.line]
    .flat()
    .some(({ money }) => money === 'fen');
  const told = (fen: bigint) => (isFen ? fen.toString() : formatYuan(fen));
  const around: Held = {
    batch,
    kind: profile.kinds[kind],
    count: String(bent.count ?? lines.length),
    total: told(bent.total ?? lines.reduce((sum, { fen }) => sum + fen, 0n)),
  };
  return bankFiles.write(profile, profile.answer, {
    head: around,
    tail: around,
    lines: lines.map(({ reference, card, fen, direction = kind === 'return' ? 'in' : 'out', code }) => ({
      ...{ reference, card, amount: told(fen), direction: profile.directions[direction], result: code ?? profile.paid },
    })),
  });
}

export interface CardLineTold {
  id: string;
  reference: string;
  amount: string;
  state: string;
  reason: string | null;
  household: { id: string };
  payment: { id: string; state: string };
}
interface BatchTold {
  lines: { edges: { node: CardLineTold }[] };
}
export const fen = (text: string) => BigInt(text.replace('.', ''));
export const linesOf = (batch: BatchTold) => batch.lines.edges.map(({ node }) => node);
export const byAmount = (batch: BatchTold) =>
  linesOf(batch).sort((one, other) => Number(fen(one.amount) - fen(other.amount)));
export const outcomes = (file: { lines: { edges: { node: { outcome: string } }[] } }) =>
  file.lines.edges.map(({ node }) => node.outcome);

export function cardStepsOf(world: FundsOnly) {
  const steps = stepsOf(world);
  const [town, office, director, finance] = ['town-kouzhen', 'city-officer', 'city-director', 'city-finance'].map(
    (account) => world.as(account),
  ) as [
    ReturnType<FundsOnly['as']>,
    ReturnType<FundsOnly['as']>,
    ReturnType<FundsOnly['as']>,
    ReturnType<FundsOnly['as']>,
  ];
  const approved = async (amounts: string[]): Promise<string> => {
    const { id } = await steps.apply(amounts);
    await world.get(director, 'mutation($id: ID!) { approveDisbursement(id: $id) { id } }', { id });
    return id;
  };
  const input = (disbursementIds: string[], more: object = {}) => ({
    input: { disbursementIds, profile: 'delimited-utf8', documentNumber: '口政发〔2018〕30号（拟）', ...more },
    key: randomUUID(),
  });
  const LIST = `mutation($input: CardBatchInput!, $key: String!) { listCardBatch(input: $input, idempotencyKey: $key) { ${BATCH} } }`;
  const list = async (ids: string[], more: object = {}) =>
    (await world.get(town, LIST, input(ids, more))).listCardBatch;
  const verify = (id: string) => world.ask(office, 'mutation($id: ID!) { verifyCardBatch(id: $id) { state } }', { id });
  const post = async (id: string) => {
    const { postFundNotice } = await world.get(town, POST, {
      input: { type: 'posting', subjectKind: 'card-batch', subjectId: id },
    });
    return postFundNotice.id as string;
  };
  const RELEASE = `mutation($id: ID!, $key: String!) { releaseCardBatch(id: $id, idempotencyKey: $key) { ${BATCH} } }`;
  const release = (id: string, key = randomUUID()) => world.ask(finance, RELEASE, { id, key });
  const released = async (ids: string[], more: object = {}) => {
    const batch = await list(ids, more);
    await verify(batch.id);
    await daysPass(world.sql, await post(batch.id));
    const { data, codes } = await release(batch.id);
    if (codes.length > 0) throw new Error(codes.join());
    return data.releaseCardBatch;
  };
  /** Through the door as a client would, and read. */
  async function bring(body: Buffer, profile = 'delimited-utf8', name = '回盘.txt') {
    const ask = 'mutation($input: BankAnswerInput!) { requestBankAnswerUpload(input: $input) { id url } }';
    const { requestBankAnswerUpload: ticket } = await world.get(finance, ask, {
      input: { profile, name, bytes: body.length },
    });
    const { status } = await world.subgraph.file(
      { ticket: ticket.url.split('/').at(-1), method: 'PUT', body },
      { ...finance, operationId: randomUUID() },
    );
    if (status !== 201) throw new Error(`not taken: ${status}`);
    return world
      .get(finance, `mutation($id: ID!) { takeBankFile(id: $id) { ${FILE} } }`, { id: ticket.id })
      .then(({ takeBankFile }) => takeBankFile);
  }
  const cardOf = (householdId: string) =>
    world.register.cards.get(householdId) ??
    (world.city.households.find(({ id }) => id === householdId)?.bankCard as string);
  const told = ({ reference, household, amount }: CardLineTold, code?: string): AnswerTold => ({
    ...{ reference, card: cardOf(household.id), fen: fen(amount) },
    ...(code ? { code } : {}),
  });
  const batch = async (id: string) =>
    (await world.get(finance, `query($id: ID!) { cardBatch(id: $id) { ${BATCH} } }`, { id })).cardBatch;
  return {
    ...{ steps, town, office, director, finance, approved, input, LIST, list, verify, post, release },
    ...{ released, bring, batch, cardOf, told },
  };
}
