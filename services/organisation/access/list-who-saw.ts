// Lists who saw something by name (谁看过): reveals and standing sights of a node, from the log of the subgraph that owns it.
import { type Page, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { OperationLogEntry } from '#platform/graph/operation-log';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { WhoSawArgs } from './access.input';
import { knownTypes, ownerOfType, showed } from './access.rules';

interface LogPage {
  edges: { node: Omit<OperationLogEntry, 'at'> & { at: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const ENTRY = 'id at kind action target result personId principalId post operationId facts';
/** Rows of a log that are read for one page, by 200 at once: what is further back is on the next page. */
const READS_MOST = 5;

/** A page may be shorter than asked for, or empty, and still have a next one: the log is walked, newest first. */
export async function listWhoSaw(
  context: Context<never>,
  { type, id, field, from, to, first, after }: WhoSawArgs,
): Promise<Page<OperationLogEntry> & { cursor: string | null }> {
  const owner = ownerOfType(type);
  if (!owner)
    throw invalidInput('type', `类型须为 ${knownTypes.join('、')}`, `a type is one of ${knownTypes.join(', ')}`);
  const [begin, end] = [from, to].map((day) => new Date(`${day}T00:00:00+08:00`).getTime()) as [number, number];
  const size = pageSize(first);
  const items: OperationLogEntry[] = [];
  let cursor = after ?? null;
  for (let read = 0; read < READS_MOST; read++) {
    const { log } = await context.ask<{ log: LogPage }>(
      owner,
      `query($target: ID!, $after: String, $first: Int) { log: ${owner}Log(first: $first, after: $after, target: $target) { edges { node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } }`,
      { target: id, after: cursor, first: Math.min(200, size - items.length) },
    );
    for (const { node } of log.edges) {
      const at = new Date(node.at);
      const within = at.getTime() >= begin && at.getTime() < end;
      const seen = node.kind === 'reveal' || node.kind === 'sight';
      if (within && seen && showed(node.action, field))
        items.push(Object.assign(new OperationLogEntry(), { ...node, at }));
    }
    cursor = log.pageInfo.endCursor ?? cursor;
    const oldest = log.edges.at(-1)?.node.at;
    if (!log.pageInfo.hasNextPage || (oldest && new Date(oldest).getTime() < begin))
      return { items, hasNextPage: false, cursor };
    if (items.length >= size) break;
  }
  return { items, hasNextPage: true, cursor };
}
