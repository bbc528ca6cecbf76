// What the tests of re-issues do over and over: a batch of 口镇 is paid, something of it comes back, and is applied for anew.
import type { Client } from 'pg';
import { ORDER, stepsOf } from './funds-steps';
import { runNotice } from './notice-steps';
import type { FundsOnly } from './open-funds';

const REISSUE = `mutation($id: ID!, $lines: [ID!], $document: String!, $key: String!) {
  reissueReturned(disbursementId: $id, lineIds: $lines, documentNumber: $document, idempotencyKey: $key) { id state total lineCount }
}`;
const LINES = `lines(first: 20) { edges { node { id amount returned reissued card household { id } journals { id kind } } } }`;
const READ = `query($id: ID!) { disbursement(id: $id) { id state complete purpose documentNumber use project { id } lot { id } reissues { id } reissueOf { id } ${LINES} } }`;

/** Past the graph: the returned line, the line that pays it, fen. */
export const INSERT = `insert into funds.line_reissue (line_id, by_line_id, disbursement_id, amount, household_id, region_id, path)
  select l.id, n.id, n.disbursement_id, $3, l.household_id, l.region_id, l.path from funds.disbursement_line l, funds.disbursement_line n where l.id = $1 and n.id = $2`;

export interface LineTold {
  id: string;
  amount: string;
  returned: string;
  reissued: string;
  card: string;
  household: { id: string };
  journals: { id: string; kind: string }[];
}

export function reissueSteps(world: FundsOnly) {
  const steps = stepsOf(world);
  const [town, director, finance] = ['town-kouzhen', 'city-director', 'city-finance'].map((name) => world.as(name)) as [
    ReturnType<FundsOnly['as']>,
    ReturnType<FundsOnly['as']>,
    ReturnType<FundsOnly['as']>,
  ];
  const key = () => `re-${steps.key()}`;
  async function pay(id: string): Promise<string> {
    await world.get(director, 'mutation($id: ID!) { approveDisbursement(id: $id) { id } }', { id });
    await runNotice(world.sql, id);
    await world.get(finance, ORDER, { id, key: key() });
    const PAY = 'mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { id } }';
    await world.get(finance, PAY, { id, key: key() });
    return id;
  }
  const paid = async (amounts: string[]) => pay((await steps.apply(amounts)).id);
  const read = async (id: string) => (await world.get(town, READ, { id })).disbursement;
  /** the lines of a batch, the largest first */
  async function linesOf(id: string): Promise<LineTold[]> {
    const lines = (await read(id)).lines.edges.map(({ node }: { node: LineTold }) => node);
    return lines.sort((one: LineTold, other: LineTold) => Number(other.amount) - Number(one.amount));
  }
  const BACK = `mutation($line: ID!, $key: String!, $amount: Money) { returnPayment(lineId: $line, reason: "账号有误", idempotencyKey: $key, amount: $amount) { returned } }`;
  const back = (line: LineTold, amount?: string) => world.get(finance, BACK, { line: line.id, key: key(), amount });
  /** A batch of two of which the larger came back in whole. */
  async function cameBack(): Promise<{ id: string; line: LineTold }> {
    const id = await paid(['80.00', '20.00']);
    const [line] = (await linesOf(id)) as [LineTold];
    await back(line);
    return { id, line };
  }
  const reissue = (
    id: string,
    { lines, as = town, once = key(), document = '口政发〔2018〕40号（拟）' }: ReissueAsked = {},
  ) => world.ask(as, REISSUE, { id, lines, document, key: once });
  const reissued = async (id: string): Promise<string> => {
    const { data, codes } = await reissue(id);
    if (codes.length > 0) throw new Error(codes.join());
    return data.reissueReturned.id;
  };
  const refuse = (id: string) =>
    world.get(director, 'mutation($id: ID!) { refuseDisbursement(id: $id, reason: "卡号仍有误") { id } }', { id });
  /** what waits for the town of this kind */
  const waits = async (): Promise<string[]> => {
    const TODO = '{ fundsTodo(first: 200) { edges { node { kind subjectId } } } }';
    const { fundsTodo } = await world.get(town, TODO);
    type Item = { node: { kind: string; subjectId: string } };
    return fundsTodo.edges.flatMap(({ node }: Item) => (node.kind === 'reissue-returned' ? [node.subjectId] : []));
  };
  return {
    ...steps,
    town,
    director,
    finance,
    key,
    pay,
    paid,
    read,
    linesOf,
    back,
    cameBack,
    reissue,
    reissued,
    refuse,
    waits,
  };
}

interface ReissueAsked {
  lines?: string[];
  as?: ReturnType<FundsOnly['as']>;
  once?: string;
  document?: string;
}

/** Until somebody of this database waits for a lock. */
export async function untilWaits(sql: Client): Promise<void> {
  const WAITS = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (let turn = 0; turn < 200; turn++) {
    if ((await sql.query(WAITS)).rowCount) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('nobody waits');
}
