// Remembers each query that the suite sends, by its shape, so that the run can tell which of them the differential corpus does not know.
import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';
import type { OpenSubgraph } from '#platform/graph/subgraph';

export interface HeardOperation {
  /** the subgraph that was asked without a gateway */
  subgraph: string | null;
  query: string;
  variables: Record<string, unknown>;
}

const heard = new Set<string>();

export const heardFile = (clusterFile: string): string => join(dirname(clusterFile), 'heard-operations.jsonl');

/** A query without its values: two that differ in them alone have one shape. Null for a mutation and for what is no query. */
export function shapeOf(query: string): string | null {
  let shape: string;
  try {
    const document = parse(query, { noLocation: true });
    const operations = document.definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );
    if (operations.some(({ operation }) => operation !== 'query')) return null;
    shape = print(
      visit(document, {
        StringValue: () => ({ kind: Kind.STRING, value: '' }) as const,
        IntValue: () => ({ kind: Kind.INT, value: '0' }) as const,
      }),
    );
  } catch {
    return null;
  }
  return shape.replace(/\s+/g, ' ');
}

export function hear(operation: HeardOperation): void {
  const file = process.env.TEST_CLUSTER;
  const key = `${operation.subgraph} ${operation.query}`;
  if (!file || heard.has(key)) return;
  heard.add(key);
  if (shapeOf(operation.query) !== null) appendFileSync(heardFile(file), `${JSON.stringify(operation)}\n`);
}

/** A subgraph whose questions are remembered. */
export function heardBy(subgraph: OpenSubgraph): OpenSubgraph {
  const execute: OpenSubgraph['execute'] = (operation, caller) => {
    hear({ subgraph: subgraph.name, query: operation.query, variables: operation.variables ?? {} });
    return subgraph.execute(operation, caller);
  };
  return Object.assign(Object.create(subgraph) as OpenSubgraph, { execute });
}

export function heardWorld<Name extends string>(open: Record<Name, OpenSubgraph>): Record<Name, OpenSubgraph> {
  const all = Object.entries<OpenSubgraph>(open).map(([name, subgraph]) => [name, heardBy(subgraph)]);
  return Object.fromEntries(all) as Record<Name, OpenSubgraph>;
}
