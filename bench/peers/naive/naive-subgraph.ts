// What a subgraph of NAIVE is made of: decorated classes, how its entities are resolved, and its loaders.
import type { NaiveContext } from './in-transaction';

type Class = new (...args: never[]) => object;

export interface NaiveSubgraph<Loaders> {
  entities: Class[];
  resolvers: Class[];
  /** object types that no root field reaches */
  types: Class[];
  references: Readonly<Record<string, (id: string, context: NaiveContext<Loaders>) => unknown>>;
  loadersFor(context: NaiveContext<Loaders>): Loaders;
}

export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

export function mapBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
