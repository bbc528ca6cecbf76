// A loader batches the keys that one request asks for into one scoped read; it never outlives the request.
import DataLoader from 'dataloader';
import type { Rows } from '../database/in-scope';
import type { ScopeKind } from '../vocabulary/caller';
import type { Context } from './context';

export interface Loader<K extends string, V> {
  load(context: Context, key: K): Promise<V>;
  /** tells what was read beside something else, so that it is not asked for again */
  prime(context: Context, key: K, value: V): void;
}

/** `batch` answers a map from key to value; a key that it leaves out loads as `absent`. */
export function defineLoader<V, K extends string = string>(
  name: string,
  absent: () => V,
  batch: (rows: Rows, keys: readonly K[], context: Context) => Promise<ReadonlyMap<string, V>>,
  as?: ScopeKind,
): Loader<K, V> {
  const symbol = Symbol(name);
  const loaderOf = (context: Context): DataLoader<K, V> => {
    let loader = context.loaders.get(symbol) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V>(async (keys) => {
        const found = await context.inScope.read((rows) => batch(rows, keys, context), as);
        return keys.map((key) => found.get(key) ?? absent());
      });
      context.loaders.set(symbol, loader as DataLoader<never, unknown>);
    }
    return loader;
  };
  return {
    load: (context, key) => loaderOf(context).load(key),
    prime: (context, key, value) => void loaderOf(context).prime(key, value),
  };
}

export function mapBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
