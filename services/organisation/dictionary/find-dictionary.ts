// Finds a dictionary by name, in the version asked for or the newest.
import type { Context } from '#platform/graph/context';
import { Dictionary } from './dictionary.entity';

export async function findDictionary({ inScope }: Context, name: string, version?: string): Promise<Dictionary | null> {
  const [found] = await inScope.read(({ manager }) =>
    manager.find(Dictionary, {
      where: version === undefined ? { name } : { name, version },
      order: { version: 'desc' },
      take: 1,
    }),
  );
  return found ?? null;
}
