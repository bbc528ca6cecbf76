// Finds the look-back pack (回头看规则包): that of a day, and the very one that a campaign was opened under.
import { packHash } from '#platform/vocabulary/canonical';
import { holdsOn } from '#platform/vocabulary/pack';
import { lookBackPacks } from '../tools';
import type { LookBack } from './look-back.entity';
import type { LookBackPack } from './look-back-pack.rules';
import { categoriesOf } from './look-back-progress.rules';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';

export function findLookBackPack(day: string): { pack: LookBackPack; hash: string } {
  const pack = lookBackPacks().find((each) => holdsOn(each, day));
  if (!pack) throw refusals.lookBackPackMissing({ day });
  return { pack, hash: packHash(pack) };
}

export function packOfLookBack({
  packHash: hash,
  visitUntil,
}: Pick<LookBack, 'packHash' | 'visitUntil'>): LookBackPack {
  return lookBackPacks().find((pack) => packHash(pack) === hash) ?? findLookBackPack(visitUntil).pack;
}

export const categoriesOfLookBack = (lookBack: LookBack) => categoriesOf(packOfLookBack(lookBack));
