// Finds the determination pack (认定程序规则包) of a day, and a procedure in it.
import { packHash } from '#platform/vocabulary/canonical';
import { holdsOn } from '#platform/vocabulary/pack';
import { determinationPacks } from '../tools';
import type { DeterminationKindPlan, DeterminationPack } from './determination-pack.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';

export interface FoundProcedure {
  pack: DeterminationPack;
  hash: string;
  procedure: DeterminationKindPlan;
}

export function findDeterminationPack(today: string): DeterminationPack {
  const found = determinationPacks().find((pack) => holdsOn(pack, today));
  if (!found) throw refusals.determinationPackMissing({ day: today });
  return found;
}

export function findProcedure(kind: string, today: string): FoundProcedure {
  const pack = findDeterminationPack(today);
  const procedure = pack.kinds.find(({ code }) => code === kind);
  if (!procedure) throw refusals.determinationPackMissing({ day: today });
  return { pack, hash: packHash(pack), procedure };
}
