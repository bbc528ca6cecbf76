// Settling an encounter (结算): each layer of the policy pays in order of what is left, and the patient bears the rest, to the fen.
import { packHash } from '#platform/vocabulary/canonical';
import type { Fen } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { EncounterFacts } from '../settlement-policy/encounter-facts.rules';
import type { LayerBase, PolicyLayer } from '../settlement-policy/policy-layer.rules';
import type { PolicyPack } from '../settlement-policy/settlement-policy.rules';
import { applicableLayers, type SkippedFor } from './applicable-layers.rules';
import { explainLayer, explainSkipped } from './explanation.rules';
import { type LayerPayment, partsOf, payLayer } from './layer-payment.rules';
import {
  feedLayer,
  feedListed,
  feedPatient,
  type LayerAmounts,
  listedTotals,
  type RunningTotals,
  totalsOfLayer,
} from './running-total.rules';
import { settlementRefusals } from './settlement-refusals.rules';
import { checkFees, type FeeAmounts, inPolicyOf, outOfPolicyOf, type StayFees, takeFrom } from './stay-fees.rules';

/** A change of what comes out for the same input is a new version, and this one is kept beside it; a settlement stores the one that made it. */
export const engineVersion = '2';

/** Everything that decides a settlement: whoever has it has the settlement, anywhere and at any time. */
export interface SettlementInput {
  pack: PolicyPack;
  facts: EncounterFacts;
  fees: StayFees;
  /** of this person and insurance year, before this encounter */
  running: RunningTotals;
  /** by the layer's name: what was paid elsewhere before (异地已支付), taken as it is */
  given: Readonly<Record<string, Fen>>;
}

export interface LayerOutcome extends LayerPayment, BilingualText {
  layer: string;
  payer: string;
  payerName: BilingualText;
  kind: PolicyLayer['kind'];
  base: LayerBase;
  /** false: it pays nothing and feeds nothing, and `skipped` says why */
  applies: boolean;
  skipped: SkippedFor | null;
  paysInPolicy: Fen;
  paysOutOfPolicy: Fen;
  residualInPolicyAfter: Fen;
  residualOutOfPolicyAfter: Fen;
  runningBefore: RunningTotals;
  runningAfter: RunningTotals;
  clause: BilingualText;
  source: string;
}

export interface SettlementOutcome {
  engineVersion: string;
  packHash: string;
  layers: LayerOutcome[];
  /** what nobody consented to (未签字同意): the hospital's, beside what it pays as a layer */
  hospitalBears: Fen;
  patientPays: Fen;
  patientPaysInPolicy: Fen;
  patientPaysOutOfPolicy: Fen;
  runningAfter: RunningTotals;
}

const hashes = new WeakMap<PolicyPack, string>();
/** A pack is a large text and the same for many: its hash is worked out once an object. */
function hashOf(pack: PolicyPack): string {
  const hash = hashes.get(pack) ?? packHash(pack);
  hashes.set(pack, hash);
  return hash;
}

export function settle({ pack, facts, fees, running: before, given }: SettlementInput): SettlementOutcome {
  checkFees(fees);
  checkGiven(pack, given);
  const skipped = applicableLayers(pack, facts);
  const listed = listedTotals(pack);
  const amounts = new Map<string, LayerAmounts>();
  let residual = fees.parts;
  let running = before;
  const steps = pack.layers.map((layer) => {
    const reason = skipped.get(layer.layer) ?? null;
    const situation = { facts, whole: fees.parts, residual, running, given: given[layer.layer] ?? null };
    // What was paid elsewhere was paid, whoever it is for.
    const applies = reason === null || situation.given !== null;
    const payment = applies ? payLayer(layer, situation) : nothing;
    const { taken, left } = takeFrom(partsOf(layer), residual, payment.pays);
    const runningBefore = totalsOfLayer(running, layer);
    residual = left;
    if (applies) {
      amounts.set(layer.layer, amountsOf(payment));
      running = feedLayer(running, layer, amountsOf(payment), listed);
    }
    const told = applies ? explainLayer(layer, payment, situation, taken) : explainSkipped(layer, reason);
    return {
      layer,
      runningNow: running,
      rest: { applies, skipped: applies ? null : reason, payment, taken, left, runningBefore, told },
    };
  });
  running = feedListed(running, pack, amounts, fees.parts);
  const runningEnd = running;
  const borne = { 'in-policy': inPolicyOf(residual), 'out-of-policy': outOfPolicyOf(residual) };
  return {
    engineVersion,
    packHash: hashOf(pack),
    layers: steps.map(({ layer, runningNow, rest }) =>
      outcomeOf(layer, rest, afterOf(layer, runningNow, runningEnd, listed)),
    ),
    hospitalBears: fees.unconsented,
    patientPays: borne['in-policy'] + borne['out-of-policy'],
    patientPaysInPolicy: borne['in-policy'],
    patientPaysOutOfPolicy: borne['out-of-policy'],
    runningAfter: feedPatient(running, facts, borne),
  };
}

/** A listed total stands at its end of the encounter, any other right behind the layer. */
function afterOf(
  layer: PolicyLayer,
  now: RunningTotals,
  end: RunningTotals,
  listed: ReadonlySet<string>,
): RunningTotals {
  const [soon, late] = [totalsOfLayer(now, layer), totalsOfLayer(end, layer)];
  return Object.fromEntries(Object.keys(soon).map((name) => [name, (listed.has(name) ? late : soon)[name] ?? 0n]));
}

interface Step {
  applies: boolean;
  skipped: SkippedFor | null;
  payment: LayerPayment;
  taken: FeeAmounts;
  left: FeeAmounts;
  runningBefore: RunningTotals;
  told: BilingualText;
}

function outcomeOf(layer: PolicyLayer, step: Step, runningAfter: RunningTotals): LayerOutcome {
  return {
    layer: layer.layer,
    payer: layer.payer,
    payerName: layer.payerName,
    kind: layer.kind,
    base: layer.base,
    applies: step.applies,
    skipped: step.skipped,
    ...step.payment,
    paysInPolicy: inPolicyOf(step.taken),
    paysOutOfPolicy: outOfPolicyOf(step.taken),
    residualInPolicyAfter: inPolicyOf(step.left),
    residualOutOfPolicyAfter: outOfPolicyOf(step.left),
    runningBefore: step.runningBefore,
    runningAfter,
    clause: layer.clause,
    source: layer.source,
    ...step.told,
  };
}

const nothing: LayerPayment = {
  baseAmount: 0n,
  deductible: 0n,
  excess: 0n,
  brackets: [],
  rate: null,
  entitled: 0n,
  coPay: 0n,
  aboveCap: 0n,
  cap: null,
  capped: null,
  given: false,
  pays: 0n,
};

function amountsOf({ baseAmount, deductible, excess, pays, coPay, aboveCap }: LayerPayment): LayerAmounts {
  return { base: baseAmount, deductible, excess, paid: pays, 'co-pay': coPay, 'above-cap': aboveCap };
}

function checkGiven({ layers }: PolicyPack, given: SettlementInput['given']): void {
  const unknown = Object.keys(given).find((name) => !layers.some(({ layer }) => layer === name));
  if (unknown !== undefined) throw settlementRefusals.givenUnknownLayer({ field: `given.${unknown}` });
}
