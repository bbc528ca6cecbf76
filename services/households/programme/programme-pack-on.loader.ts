// Which pack a case goes by (所依规则包): the one in force on the day it is opened, and from then on that very one, by its hash.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { packOfHash, packOn } from '#platform/graph/pack/pack-in-force';
import type { HeldPack } from '../rule-pack/rule-pack.loader';
import { type Programme, type ProgrammePack, programmePackKinds } from './programme-pack.rules';

export type KnownProgrammePack = HeldPack<ProgrammePack>;

const kindOf = (programme: string) =>
  Object.hasOwn(programmePackKinds, programme) ? programmePackKinds[programme as Programme] : null;

export async function packInForceOn(rows: Rows, programme: string, day: string): Promise<KnownProgrammePack | null> {
  const kind = kindOf(programme);
  const found = kind && (await packOn(rows, kind, day));
  return found && { pack: found.content, hash: found.hash };
}

/** What a case goes by is there as long as the case is. */
export async function packOfCase(
  rows: Rows,
  { programme, packHash }: { programme: string; packHash: string },
): Promise<ProgrammePack> {
  const kind = kindOf(programme);
  const pack = kind && (await packOfHash(rows, kind, packHash));
  if (!pack) throw new Error(`no programme pack ${packHash}`);
  return pack;
}

const packOfKey = defineLoader<ProgrammePack | null>(
  'programme pack of a case',
  () => null,
  async (rows, keys) => {
    const found = new Map<string, ProgrammePack>();
    for (const key of keys) {
      const [programme = '', packHash = ''] = key.split(' ');
      found.set(key, await packOfCase(rows, { programme, packHash }));
    }
    return found;
  },
  'public',
);

export async function caseGoesBy(
  context: Pick<Context, 'loaders' | 'inScope'>,
  { programme, packHash }: { programme: string; packHash: string },
): Promise<ProgrammePack> {
  const pack = await packOfKey.load(context as Context, `${programme} ${packHash}`);
  if (!pack) throw new Error(`no programme pack ${packHash}`);
  return pack;
}
