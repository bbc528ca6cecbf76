// What traces of money are held against: the question, what must close in every answer, and a walk over the raw rows of the journal that knows none of the graph's SQL.
import type { Client } from 'pg';
import type { Caller } from '#platform/vocabulary/caller';
import type { FundsOnly } from './open-funds';

export interface NodeTold {
  id: string;
  kind: string;
  start: boolean;
  from: string | null;
  fromId: string | null;
  label: string;
  amount: string | null;
  cameIn: string | null;
  wentOn: string | null;
  stays: string | null;
  count: number | null;
  withheld: boolean;
  payee: string | null;
  card: string | null;
  region: { id: string } | null;
}
export interface TraceTold {
  nodes: NodeTold[];
  links: { fromId: string; toId: string; amount: string | null; count: number | null }[];
  more: { kind: string; left: number; after: string }[];
}

export const TRACE = `query($from: TraceFromInput!, $direction: TraceDirection, $first: Int, $after: String) {
  fundTrace(from: $from, direction: $direction, first: $first, after: $after) {
    nodes { id kind start from fromId label amount cameIn wentOn stays count withheld payee card region { id } }
    links { fromId toId amount count } more { kind left after }
  }
}`;

export const traceOf = async (
  world: FundsOnly,
  as: Caller,
  kind: string,
  id: string,
  more: { direction?: string; first?: number; after?: string } = {},
): Promise<TraceTold | null> => (await world.get(as, TRACE, { from: { kind, id }, first: 200, ...more })).fundTrace;

export const fen = (text: string | null | undefined) => BigInt((text ?? '0').replace('.', ''));
export const sum = (all: readonly bigint[]) => all.reduce((whole, each) => whole + each, 0n);

/** What does not close: at each node that tells its sums, and between each node and its flows. */
export function openSums({ nodes, links }: TraceTold): string[] {
  const flows = (of: (link: TraceTold['links'][number]) => boolean) =>
    sum(links.filter(of).map(({ amount }) => fen(amount)));
  return nodes.flatMap((node) => {
    if (node.withheld) return [];
    const [cameIn, wentOn, stays] = [fen(node.cameIn), fen(node.wentOn), fen(node.stays)];
    const into = flows(({ toId }) => toId === node.id);
    const flaws = [
      cameIn !== wentOn + stays && `in ${cameIn}, on ${wentOn}, stays ${stays}`,
      wentOn !== flows(({ fromId }) => fromId === node.id) && 'what went on is not its flows',
      (node.start || node.kind === 'allotment' ? into > cameIn : into !== cameIn) &&
        `what came in ${cameIn} is not its flows ${into}`,
      (cameIn < 0n || wentOn < 0n || stays < 0n) && 'below zero',
    ].filter(Boolean);
    return flaws.map((flaw) => `${node.kind} ${node.label}: ${flaw}`);
  });
}

/** By kind: how much stays, and how much came in. */
export function sumsOf({ nodes }: TraceTold): Record<string, { cameIn: bigint; stays: bigint }> {
  const sums: Record<string, { cameIn: bigint; stays: bigint }> = {};
  for (const { kind, id, cameIn, stays } of nodes) {
    const of = kind === 'rest' ? (id.split('|')[1] as string) : kind;
    const before = sums[of] ?? { cameIn: 0n, stays: 0n };
    sums[of] = { cameIn: before.cameIn + fen(cameIn), stays: before.stays + fen(stays) };
  }
  return sums;
}

export interface Walked {
  born: bigint;
  idle: bigint;
  waiting: bigint;
  spent: bigint;
  returned: bigint;
}

interface PostedRow {
  lot: string;
  kind: string;
  undone: string | null;
  account: string;
  fen: string;
}
interface LotRow {
  id: string;
  parent: string | null;
  notice: string;
}

/** Everything of the journal, read once. */
export async function readJournal(sql: Client) {
  const { rows: posted } = await sql.query<PostedRow>(
    `select p.lot_id as lot, j.kind, j.reverses_kind as undone, p.account, p.amount::text as fen from funds.posting p join funds.journal j on j.id = p.journal_id`,
  );
  const { rows: lots } = await sql.query<LotRow>(
    'select id, parent_line_id as parent, allotment_id as notice from funds.allotment_line',
  );
  return { posted, lots };
}

/** Down from these lots, child by child; what a part's parent took back is the parent's again. */
export function walkDown({ posted, lots }: Awaited<ReturnType<typeof readJournal>>, from: readonly string[]): Walked {
  const reached = new Set(from);
  const waiting = [...from];
  for (let at = waiting.pop(); at; at = waiting.pop())
    for (const { id } of lots.filter(({ parent }) => parent === at))
      if (!reached.has(id)) {
        reached.add(id);
        waiting.push(id);
      }
  const rooted = new Set(lots.filter(({ parent }) => parent === null).map(({ id }) => id));
  const walked: Walked = { born: 0n, idle: 0n, waiting: 0n, spent: 0n, returned: 0n };
  for (const { lot, kind, undone, account, fen: told } of posted) {
    if (!reached.has(lot)) continue;
    const moved = BigInt(told);
    if (account === 'issued' && from.includes(lot)) walked.born -= moved;
    if (account === 'reclaimed' && from.includes(lot) && !rooted.has(lot)) walked.born -= moved;
    if (account === 'available' || account === 'frozen' || (account === 'reclaimed' && rooted.has(lot)))
      walked.idle += moved;
    if (account === 'reserved') walked.waiting += moved;
    if (account === 'paid') walked.spent += moved;
    if (account === 'paid' && (kind === 'return' || undone === 'return')) walked.returned -= moved;
  }
  return walked;
}
