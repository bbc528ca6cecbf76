// Asks one subgraph the same operation in both ways, as the same caller, and says what differs: the answer's bytes or the rows in the logs.
import { randomUUID } from 'node:crypto';
import type { Operation } from '#platform/graph/subgraph';
import type { Caller } from '#platform/vocabulary/caller';
import type { AuditRows } from './audit-rows';
import { type Answered, differenceOf, withoutMade } from './compare-answers';

/** A subgraph by its `execute`, which tests may bend. */
export interface Executes {
  execute(operation: Operation, caller: Caller): Promise<unknown>;
}

export interface BothSubgraphs {
  plain: Executes;
  compiled: Executes;
  rows: AuditRows;
}

export interface Compared {
  /** what differs; null when nothing does */
  found: string | null;
  plain: Answered;
}

export async function compareSubgraphs(
  { plain, compiled, rows }: BothSubgraphs,
  operation: Operation,
  caller: Caller,
): Promise<Compared> {
  const answered = await ask(plain, operation, caller, rows);
  return { found: differenceOf(answered, await ask(compiled, operation, caller, rows)), plain: answered };
}

/** The answer as the subgraph's door would send it; what is thrown is an answer too. */
async function ask(subgraph: Executes, operation: Operation, as: Caller, rows: AuditRows): Promise<Answered> {
  const caller = { ...as, operationId: randomUUID() };
  const begun = Date.now();
  const text = await subgraph.execute(structuredClone(operation), caller).then(
    (result) => JSON.stringify(result),
    (error: unknown) => JSON.stringify({ thrown: String(error) }),
  );
  const logs = await rows.take(caller.operationId);
  return { text: withoutMade(text, begun), logs: logs.map((row) => withoutMade(row, begun)) };
}
