// Every engine that ever settled (结算程序各版本): what was settled by one is worked out again by the same one, for ever.

import type { PolicyPack as PolicyPack1 } from '../settlement-engine-1/policy-1.rules';
import { settle as settle1 } from '../settlement-engine-1/settlement-1.rules';
import { explanationOf as explanation1, storedLayers as layers1 } from '../settlement-engine-1/told-outcome-1.rules';
import type { PolicyPack } from '../settlement-policy/settlement-policy.rules';
import { movesOf, type Resettled } from './difference.rules';
import { settle } from './settlement.rules';
import { inPolicyOf, outOfPolicyOf } from './stay-fees.rules';
import { readInput, type StoredInput } from './stored-input.rules';
import { sharesOf, storedOutcome } from './told-outcome.rules';
import { joinYears } from './two-years.rules';

type Engine = (pack: PolicyPack, input: StoredInput) => Resettled;

const engines: Readonly<Record<string, Engine>> = {
  '1': (pack, stored) => {
    const { fees, facts, running } = readInput(pack, stored);
    const { hospitalGrade, tags } = facts;
    const totals = { bill: fees.bill, inPolicy: inPolicyOf(fees.parts), outOfPolicy: outOfPolicyOf(fees.parts) };
    // It knew fewer fields, and a pack that it settled by has no others.
    const outcome = settle1({ pack: pack as PolicyPack1, hospitalGrade, tags, totals, running });
    return {
      packHash: outcome.packHash,
      patientPays: outcome.patientPays,
      shares: sharesOf({ layers: outcome.layers, hospitalBears: 0n }),
      moved: movesOf(running, outcome.runningAfter),
      outcome: { layers: layers1(outcome), tags: [...tags], explanation: explanation1(outcome) },
    };
  },
  '2': (pack, stored) => {
    const input = readInput(pack, stored);
    const outcome = settle(input);
    return {
      packHash: outcome.packHash,
      patientPays: outcome.patientPays,
      shares: sharesOf(outcome),
      moved: movesOf(input.running, outcome.runningAfter),
      outcome: storedOutcome(outcome, stored.facts.tags),
    };
  },
};

export const engineVersions: readonly string[] = Object.keys(engines);

/** Null for a version that this program never had. A stay of two years needs the pack of the earlier one beside. */
export function resettle(
  version: string,
  pack: PolicyPack,
  input: StoredInput,
  earlierPack: PolicyPack | null = null,
): Resettled | null {
  const engine = engines[version];
  if (!engine) return null;
  const { earlier, ...own } = input;
  if (!earlier) return engine(pack, own);
  if (!earlierPack) throw new Error('a stay of two years is worked out by two packs');
  return joinYears(earlier.year + 1, engine(earlierPack, earlier.input), engine(pack, own));
}
