// Which pack a case goes by (所依规则包): the one in force on the day it is opened, and from then on that very one, by its hash.
import { holdsOn } from '#platform/vocabulary/pack';
import { type KnownProgrammePack, programmePacks } from '../tools';

export function packInForceOn(programme: string, day: string): KnownProgrammePack | null {
  const found = programmePacks().filter(({ pack }) => pack.programme === programme && holdsOn(pack, day));
  return found.at(-1) ?? null;
}

export function packByHash(hash: string): KnownProgrammePack['pack'] {
  const found = programmePacks().find((each) => each.hash === hash);
  if (!found) throw new Error(`no programme pack ${hash}`);
  return found.pack;
}
