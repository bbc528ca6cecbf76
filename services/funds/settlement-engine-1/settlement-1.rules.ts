// The first engine, kept as it was: Settling a stay (结算): each layer of the policy pays in order of what is left, and the patient bears the rest, to the fen.
import { packHash } from '#platform/vocabulary/canonical';
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { explainLayer, explainSkipped } from './explanation-1.rules';
import {
  type LayerPayment,
  type LayerSituation,
  partsOf,
  payLayer,
  type Residual,
  type StayTotals,
} from './layer-payment-1.rules';
import type { HospitalGrade, LayerBase, PolicyLayer, PolicyPack } from './policy-1.rules';
import { feedLayer, feedPatient, type RunningTotals, totalsOfLayer } from './running-total-1.rules';

/** A change of what comes out for the same input is a new version; a settlement stores the one that made it. */
export const engineVersion = '1';

export interface SettlementInput {
  pack: PolicyPack;
  hospitalGrade: HospitalGrade;
  tags: readonly string[];
  totals: StayTotals;
  /** of this person and insurance year, before this stay */
  running: RunningTotals;
}

export interface LayerOutcome extends LayerPayment, BilingualText {
  layer: string;
  payer: string;
  payerName: BilingualText;
  kind: PolicyLayer['kind'];
  base: LayerBase;
  /** false: the patient has none of the layer's tags, so it pays nothing and feeds nothing */
  applies: boolean;
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
  patientPays: Fen;
  patientPaysInPolicy: Fen;
  patientPaysOutOfPolicy: Fen;
  runningAfter: RunningTotals;
}

export function settle(input: SettlementInput): SettlementOutcome {
  const { pack, hospitalGrade, totals } = input;
  checkTotals(totals);
  let residual: Residual = { inPolicy: totals.inPolicy, outOfPolicy: totals.outOfPolicy };
  let running = input.running;
  const layers = pack.layers.map((layer) => {
    const outcome = outcomeOf(layer, { hospitalGrade, totals, residual, running }, input.tags);
    residual = { inPolicy: outcome.residualInPolicyAfter, outOfPolicy: outcome.residualOutOfPolicyAfter };
    if (outcome.applies) running = feedLayer(running, layer, amountsOf(outcome));
    return { ...outcome, runningAfter: totalsOfLayer(running, layer) };
  });
  return {
    engineVersion,
    packHash: packHash(pack),
    layers,
    patientPays: residual.inPolicy + residual.outOfPolicy,
    patientPaysInPolicy: residual.inPolicy,
    patientPaysOutOfPolicy: residual.outOfPolicy,
    runningAfter: feedPatient(running, hospitalGrade, {
      'in-policy': residual.inPolicy,
      'out-of-policy': residual.outOfPolicy,
    }),
  };
}

function outcomeOf(
  layer: PolicyLayer,
  situation: LayerSituation,
  tags: readonly string[],
): Omit<LayerOutcome, 'runningAfter'> {
  const { residual, running } = situation;
  const applies = layer.tags.length === 0 || layer.tags.some((tag) => tags.includes(tag));
  const payment = applies ? payLayer(layer, situation) : nothing;
  // A layer that pays of all that is left takes what is in policy first. Assumed: no published rule says which, and a
  // later layer on one of the two residuals depends on it; in policy is what public money is meant for first.
  const inPolicyFirst = partsOf(layer.base).includes('in-policy') ? residual.inPolicy : 0n;
  const paysInPolicy = payment.pays < inPolicyFirst ? payment.pays : inPolicyFirst;
  const taken = { inPolicy: paysInPolicy, outOfPolicy: payment.pays - paysInPolicy };
  return {
    layer: layer.layer,
    payer: layer.payer,
    payerName: layer.payerName,
    kind: layer.kind,
    base: layer.base,
    applies,
    ...payment,
    paysInPolicy,
    paysOutOfPolicy: taken.outOfPolicy,
    residualInPolicyAfter: residual.inPolicy - taken.inPolicy,
    residualOutOfPolicyAfter: residual.outOfPolicy - taken.outOfPolicy,
    runningBefore: totalsOfLayer(running, layer),
    clause: layer.clause,
    source: layer.source,
    ...(applies ? explainLayer(layer, payment, situation, taken) : explainSkipped(layer)),
  };
}

const nothing: LayerPayment = {
  baseAmount: 0n,
  deductible: 0n,
  excess: 0n,
  brackets: [],
  rate: null,
  entitled: 0n,
  cap: null,
  capped: null,
  pays: 0n,
};

function amountsOf({ baseAmount, deductible, excess, pays }: LayerPayment) {
  return { base: baseAmount, deductible, excess, paid: pays };
}

function checkTotals(totals: StayTotals): void {
  const { bill, inPolicy, outOfPolicy } = totals;
  const negative = (['bill', 'inPolicy', 'outOfPolicy'] as const).find((field) => totals[field] < 0n);
  const field = negative ?? (inPolicy + outOfPolicy === bill ? null : 'bill');
  if (field === null) return;
  throw refusals.feesDoNotSum({
    field,
    bill: formatYuan(bill),
    inPolicy: formatYuan(inPolicy),
    outOfPolicy: formatYuan(outOfPolicy),
  });
}
