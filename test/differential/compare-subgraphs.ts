// Asks one subgraph the same operation in both ways, as the same caller, and says what differs: the answer's bytes or the rows in the logs.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Operation } from '#platform/graph/subgraph';
import type { Caller } from '#platform/vocabulary/caller';
import { auditRowsOf, forgetAuditRows } from './audit-rows';
import { difference } from './compare-answers';

/** A subgraph by its `execute`, which tests may bend. */
export interface Executes {
  execute(operation: Operation, caller: Caller): Promise<unknown>;
}

export interface BothWays {
  plain: Executes;
  compiled: Executes;
  sql: Client;
}

export interface Compared {
  /** what differs; null when nothing does */
  found: string | null;
  /** the plain answer */
  text: string;
}

export async function compareSubgraphs(both: BothWays, operation: Operation, caller: Caller): Promise<Compared> {
  const askedPlain = { ...caller, operationId: randomUUID() };
  const askedCompiled = { ...caller, operationId: randomUUID() };
  const ids = [askedPlain.operationId, askedCompiled.operationId];
  const { sql } = both;
  const plain = await textOf(both.plain, operation, askedPlain);
  const rows = await auditRowsOf(sql, ids);
  const left = rows.get(ids[0] as string) ?? [];
  if (left.length > 0) await forgetAuditRows(sql, ids);
  const compiled = await textOf(both.compiled, operation, askedCompiled);
  const right = (await auditRowsOf(sql, ids)).get(ids[1] as string) ?? [];
  if (right.length > 0) await forgetAuditRows(sql, ids);
  const answers = difference(plain, compiled);
  const logs =
    left.join('\n') === right.join('\n')
      ? null
      : `logs:\n      plain:    ${left.join(' ')}\n      compiled: ${right.join(' ')}`;
  return { found: [answers, logs].filter(Boolean).join('\n    ') || null, text: plain };
}

/** As the door would send it; what is thrown is an answer too. */
async function textOf(subgraph: Executes, operation: Operation, caller: Caller): Promise<string> {
  const asked = structuredClone(operation);
  try {
    return JSON.stringify(await subgraph.execute(asked, caller));
  } catch (error) {
    return JSON.stringify({ thrown: String(error) });
  }
}
