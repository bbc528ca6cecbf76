// Lists the dictionaries in all their versions; there are some twenty, and clients take them at their start.
import type { Context } from '#platform/graph/context';
import { Dictionary } from './dictionary.entity';

export function listDictionaries({ inScope }: Context): Promise<Dictionary[]> {
  return inScope.read(({ manager }) => manager.find(Dictionary, { order: { name: 'asc', version: 'asc' } }));
}
