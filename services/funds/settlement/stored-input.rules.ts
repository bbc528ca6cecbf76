// What decided a settlement, as it is stored (结算依据): facts, fees, running totals and given amounts, canonical, under one hash.
import { contentHash } from '#platform/vocabulary/canonical';
import type { Fen } from '#platform/vocabulary/money';
import { type EncounterFacts, feeParts } from '../settlement-policy/encounter-facts.rules';
import type { PolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { SettlementInput } from './settlement.rules';
import { noFees } from './stay-fees.rules';

type Texts = Record<string, string>;

/** Amounts are fen as text, because JSON has no bigint. */
export interface StoredInput {
  /** of a stay that is split at the year's end: what decided the part before it; all else here is of the part after it */
  earlier?: EarlierPart;
  facts: EncounterFacts;
  fees: { bill: string; parts: Texts; unconsented: string };
  running: Texts;
  given: Texts;
}

export interface EarlierPart {
  year: number;
  policyId: string;
  packHash: string;
  input: StoredInput;
}

export const textsOfFen = (amounts: Readonly<Record<string, Fen>>): Texts =>
  Object.fromEntries(Object.entries(amounts).map(([name, fen]) => [name, fen.toString()]));
export const fenOfTexts = (amounts: Texts): Record<string, Fen> =>
  Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, BigInt(text)]));

export function storedInput({ facts, fees, running, given }: SettlementInput): StoredInput {
  const { bill, parts, unconsented } = fees;
  return {
    facts: { ...facts, tags: [...facts.tags] },
    fees: { bill: bill.toString(), parts: textsOfFen(parts), unconsented: unconsented.toString() },
    running: textsOfFen(running),
    given: textsOfFen(given),
  };
}

/** Of one year: whoever has the input of two works each out by its own pack (`resettle`). */
export function readInput(pack: PolicyPack, { earlier, facts, fees, running, given }: StoredInput): SettlementInput {
  if (earlier) throw new Error('a stay of two years is worked out by two packs');
  const told = fenOfTexts(fees.parts);
  const parts = { ...noFees };
  for (const part of feeParts) parts[part] = told[part] ?? 0n;
  return {
    pack,
    facts,
    fees: { bill: BigInt(fees.bill), parts, unconsented: BigInt(fees.unconsented) },
    running: fenOfTexts(running),
    given: fenOfTexts(given),
  };
}

export const inputHash = (stored: StoredInput): string => contentHash(stored);
