// Finds the guarantee pack (两不愁三保障规则包) of a day, and the very one that a check was drawn by, for its words.
import type { Rows } from '#platform/database/in-scope';
import { determinationRefusals } from '../determination/determination-refusals.rules';
import { packHolding, packsByHash } from '../rule-pack/rule-pack.loader';
import { guaranteePackKind } from './guarantee-pack.rules';

export const findGuaranteePack = (rows: Rows, day: string) =>
  packHolding(rows, guaranteePackKind, day, determinationRefusals.determinationPackMissing);

export const guaranteePackOf = packsByHash(guaranteePackKind);
