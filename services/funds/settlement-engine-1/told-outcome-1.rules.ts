// The first engine, kept as it was: An outcome as it is stored and told (结算结果): amounts as text, and all sentences joined into one explanation.
import { formatYuan } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { RunningTotals } from './running-total-1.rules';
import type { LayerOutcome, SettlementOutcome } from './settlement-1.rules';

/** Bigints become text, because JSON has none; everything else stays as the engine gave it. */
export function storedLayers(outcome: SettlementOutcome): Record<string, unknown>[] {
  return JSON.parse(
    JSON.stringify(outcome.layers.map(toldLayer), (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  ) as Record<string, unknown>[];
}

export function explanationOf({ layers, patientPays }: SettlementOutcome): BilingualText {
  return {
    zh: [...layers.map(({ zh }) => zh), `个人负担 ${formatYuan(patientPays)} 元。`].join('\n'),
    en: [...layers.map(({ en }) => en), `The patient pays ${formatYuan(patientPays)} yuan.`].join('\n'),
  };
}

function toldLayer({ pays, runningBefore, runningAfter, ...layer }: LayerOutcome) {
  return { ...layer, amount: pays, runningBefore: listed(runningBefore), runningAfter: listed(runningAfter) };
}

const listed = (totals: RunningTotals) => Object.entries(totals).map(([name, amount]) => ({ name, amount }));
