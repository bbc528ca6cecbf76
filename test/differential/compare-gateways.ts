// Asks two gateways over one database the same operation with the same token, over HTTP, and says what differs.
import { Pool } from 'undici';
import type { Operation } from '#platform/graph/subgraph';
import type { AuditRows } from './audit-rows';
import { type Answered, differenceOf, withoutMade } from './compare-answers';
import type { Compared } from './compare-subgraphs';

/** A gateway as it is asked: its answer and the id of the operation. */
export interface Asks {
  ask(operation: Operation, token: string | null): Promise<{ text: string; around: string; operationId: string }>;
  close(): Promise<void>;
}

/** What no two answers share. */
const OWN: ReadonlySet<string> = new Set(['date', 'x-operation-id']);

/** `from` is a loopback address of its own for each way, by which the gateways' counts of refusals can be told apart. */
export function openGatewayPool(url: string, from: string): Asks {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 24, localAddress: from });
  return {
    async ask(operation, token) {
      const { statusCode, headers, body } = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(operation),
      });
      const text = await body.text();
      const told = Object.entries(headers).filter(([name]) => !OWN.has(name));
      return {
        text,
        // A fault's reference has one length, so that the length of a body must agree as well.
        around: [String(statusCode), ...told.map(([name, value]) => `${name}: ${value}`)].join('\n'),
        operationId: String(headers['x-operation-id']),
      };
    },
    close: () => pool.close(),
  };
}

export interface BothGateways {
  plain: Asks;
  compiled: Asks;
  rows: AuditRows;
}

export async function compareGateways(
  { plain, compiled, rows }: BothGateways,
  operation: Operation,
  token: string | null,
): Promise<Compared> {
  const answered = await ask(plain, operation, token, rows);
  return { found: differenceOf(answered, await ask(compiled, operation, token, rows)), plain: answered };
}

async function ask(gateway: Asks, operation: Operation, token: string | null, rows: AuditRows): Promise<Answered> {
  const begun = Date.now();
  const { text, around, operationId } = await gateway.ask(operation, token);
  const logs = await rows.take(operationId);
  return { text: withoutMade(text, begun), around, logs: logs.map((row) => withoutMade(row, begun)) };
}
