// Finds the determination pack (认定程序规则包) of a day, and a procedure in it.
import type { Rows } from '#platform/database/in-scope';
import { type HeldPack, packHolding } from '../rule-pack/rule-pack.loader';
import { type DeterminationKindPlan, type DeterminationPack, determinationPackKind } from './determination-pack.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';

export interface FoundProcedure extends HeldPack<DeterminationPack> {
  procedure: DeterminationKindPlan;
}

export const findDeterminationPack = (rows: Rows, today: string): Promise<HeldPack<DeterminationPack>> =>
  packHolding(rows, determinationPackKind, today, refusals.determinationPackMissing);

export async function findProcedure(rows: Rows, kind: string, today: string): Promise<FoundProcedure> {
  const found = await findDeterminationPack(rows, today);
  const procedure = found.pack.kinds.find(({ code }) => code === kind);
  if (!procedure) throw refusals.determinationPackMissing({ day: today });
  return { ...found, procedure };
}
