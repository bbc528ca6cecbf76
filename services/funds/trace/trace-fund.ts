// Traces money (追溯资金): what the database tells of the path, in the asker's view, as nodes and flows.
import { cursorOf, keysOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { FundTrace, FundTraceLink, FundTraceMore, FundTraceNode } from './fund-trace.entity';
import type { FundTraceArgs } from './fund-trace.input';
import { labelOf, startOf, TraceDirection, TraceNodeKind, TraceStart } from './trace-node.rules';

interface ToldRow {
  item: 'node' | 'link' | 'more';
  key: string;
  toKey: string | null;
  kind: TraceNodeKind;
  fen: bigint | null;
  cameIn: bigint | null;
  wentOn: bigint | null;
  stays: bigint | null;
  n: number | null;
  withheld: boolean;
  start: boolean;
  whole: bigint | null;
  number: string | null;
  title: string | null;
  detail: string | null;
  state: string | null;
  regionId: string | null;
  householdId: string | null;
  payee: string | null;
  card: string | null;
  own: boolean;
}

const TRACE = `select item, key, to_key as "toKey", kind, fen, came_in as "cameIn", went_on as "wentOn", stays, n, withheld, start, whole, number, title, detail, state,
  region_id as "regionId", household_id as "householdId", payee, card, own from funds.trace_money($1, $2, $3, $4, $5, $6, $7, $8, $9) order by item, key, to_key`;

/** Kinds whose id is of two parts, and what the second one is like. */
const partOf: Partial<Record<TraceStart, RegExp>> = {
  [TraceStart.village]: /^[0-9a-f-]{36}$/,
  [TraceStart.bankFileLine]: /^\d{1,7}$/,
};

export async function traceFund(context: Context, { from, direction, first, after }: FundTraceArgs) {
  const [id = '', part = null, ...more] = from.id.split('/');
  const like = partOf[from.kind];
  if (!isId(id) || more.length > 0 || (like ? !like.test(part ?? '') : part !== null)) return null;
  if (from.kind === TraceStart.village && !isId(part)) return null;
  const [pageKind = null, pageFen = null, pageKey = null] = keysOf(after, 3) ?? [];
  const way = direction ?? TraceDirection.both;
  const asked = [
    ...[from.kind, id, part, way !== TraceDirection.back, way !== TraceDirection.forward],
    ...[pageSize(first), pageKind, pageFen, pageKey],
  ];
  const rows = await context.inScope.read((each) => each.query<ToldRow>(TRACE, asked));
  return rows.length === 0 ? null : traceOf(rows);
}

function traceOf(rows: readonly ToldRow[]): FundTrace {
  return Object.assign(new FundTrace(), {
    nodes: rows.filter(({ item }) => item === 'node').map(nodeOf),
    links: rows
      .filter(({ item }) => item === 'link')
      .map(({ key, toKey, fen, n }) =>
        Object.assign(new FundTraceLink(), { fromId: key, toId: toKey, amount: fen, count: n }),
      ),
    more: rows
      .filter(({ item }) => item === 'more')
      .map(({ kind, key, fen, n }) =>
        Object.assign(new FundTraceMore(), { kind, left: n, after: cursorOf(kind, String(fen), key) }),
      ),
  });
}

function nodeOf(row: ToldRow): FundTraceNode {
  const [head = '', rest = ''] = row.key.split('|');
  const kind = (head in TraceNodeKind ? head : TraceNodeKind.rest) as TraceNodeKind;
  const restOf = kind === TraceNodeKind.rest ? (rest as TraceNodeKind) : null;
  const from = row.own ? (startOf[kind] ?? null) : null;
  return Object.assign(new FundTraceNode(), {
    ...{ id: row.key, kind, start: row.start, from, fromId: from && rest },
    ...{ label: labelOf({ ...row, kind, restOf }), number: row.number, state: row.state },
    detail: row.detail ?? (kind === TraceNodeKind.project ? null : row.title),
    ...{ amount: row.whole, cameIn: row.cameIn, wentOn: row.wentOn, stays: row.stays },
    ...{ count: row.n, withheld: row.withheld, regionId: row.regionId, householdId: row.householdId },
    ...{ payeeName: row.payee, maskedCard: row.card },
  });
}
