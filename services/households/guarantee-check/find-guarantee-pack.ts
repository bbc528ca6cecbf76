// Finds the guarantee pack (两不愁三保障规则包) of a day.
import { packHash } from '#platform/vocabulary/canonical';
import { holdsOn } from '#platform/vocabulary/pack';
import { determinationRefusals } from '../determination/determination-refusals.rules';
import { guaranteePacks } from '../tools';
import type { GuaranteePack } from './guarantee-pack.rules';

export function findGuaranteePack(day: string): { pack: GuaranteePack; hash: string } {
  const pack = guaranteePacks().find((each) => holdsOn(each, day));
  if (!pack) throw determinationRefusals.determinationPackMissing({ day });
  return { pack, hash: packHash(pack) };
}

/** The very pack that a check was drawn by, for its words; those of today where it no longer ships. */
export function packOfCheck(hash: string): GuaranteePack | undefined {
  return guaranteePacks().find((pack) => packHash(pack) === hash);
}
