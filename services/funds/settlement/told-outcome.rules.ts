// An outcome as it is stored and told (结算结果): amounts as text, and all sentences joined into one explanation.
import { formatYuan } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { RunningTotals } from './running-total.rules';
import type { LayerOutcome, SettlementOutcome } from './settlement.rules';

/** What was decided, as it was decided: amounts are fen as text, because JSON has no bigint. */
export interface StoredOutcome {
  layers: Record<string, unknown>[];
  tags: string[];
  explanation: BilingualText;
}

export interface Share {
  layer: string;
  payer: string;
  amount: bigint;
}

interface Paying {
  layers: readonly { layer: string; payer: string; pays: bigint }[];
  hospitalBears: bigint;
}

/** What each payer bears, the hospital also for what nobody consented to. */
export function sharesOf({ layers, hospitalBears }: Paying): Share[] {
  return [
    { layer: unconsented.layer, payer: unconsented.payer, amount: hospitalBears },
    ...layers.map(({ layer, payer, pays }) => ({ layer, payer, amount: pays })),
  ].filter(({ amount }) => amount !== 0n);
}

export function storedOutcome(outcome: SettlementOutcome, tags: readonly string[]): StoredOutcome {
  const told = [...unconsentedLayer(outcome), ...outcome.layers.map(toldLayer)];
  const layers = JSON.parse(
    JSON.stringify(told, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  ) as Record<string, unknown>[];
  return { layers, tags: [...tags], explanation: explanationOf(outcome) };
}

function explanationOf(outcome: SettlementOutcome): BilingualText {
  const { layers, patientPays } = outcome;
  const first = unconsentedLayer(outcome);
  return {
    zh: [...first, ...layers]
      .map(({ zh }) => zh)
      .concat(`个人负担 ${formatYuan(patientPays)} 元。`)
      .join('\n'),
    en: [...first, ...layers]
      .map(({ en }) => en)
      .concat(`The patient pays ${formatYuan(patientPays)} yuan.`)
      .join('\n'),
  };
}

/** What this settlement adds to each running total of the year; totals that do not move are left out. */
export function movedTotals(before: RunningTotals, after: RunningTotals): { name: string; amount: bigint }[] {
  return Object.keys({ ...before, ...after })
    .map((name) => ({ name, amount: (after[name] ?? 0n) - (before[name] ?? 0n) }))
    .filter(({ amount }) => amount !== 0n);
}

function toldLayer({ pays, runningBefore, runningAfter, ...layer }: LayerOutcome) {
  return { ...layer, amount: pays, runningBefore: listed(runningBefore), runningAfter: listed(runningAfter) };
}

const listed = (totals: RunningTotals) => Object.entries(totals).map(([name, amount]) => ({ name, amount }));

const unconsented = {
  layer: 'without-consent',
  payer: 'hospital',
  payerName: { zh: '医疗机构（未签字同意的自费项目）', en: 'The hospital, for what nobody consented to' },
  clause: {
    zh: '使用自费项目须经患者或家属签字同意，未签字的由医疗机构承担',
    en: 'Self-funded items need written consent; without it the hospital bears them',
  },
};

/** Not a layer of the policy: it is shown before them as one, so that all amounts make the bill. */
function unconsentedLayer({ hospitalBears: amount, layers: [first] }: SettlementOutcome) {
  if (amount === 0n) return [];
  return [
    {
      ...unconsented,
      applies: true,
      base: 'without-consent',
      baseAmount: amount,
      deductible: 0n,
      brackets: [],
      rate: null,
      entitled: amount,
      cap: null,
      amount,
      residualInPolicyAfter: first ? first.residualInPolicyAfter + first.paysInPolicy : 0n,
      residualOutOfPolicyAfter: first ? first.residualOutOfPolicyAfter + first.paysOutOfPolicy : 0n,
      runningBefore: [],
      runningAfter: [],
      source: 'written-consent',
      zh: `${unconsented.payerName.zh}：${formatYuan(amount)} 元由医疗机构承担，不计入各层。`,
      en: `${unconsented.payerName.en}: it bears ${formatYuan(amount)} yuan, which enter no layer.`,
    },
  ];
}
