// The first engine, kept as it was: How a layer's payment is told (结算说明): one plain sentence in Chinese and in English, with the numbers it was made from.
import Big from 'big.js';
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { CappedBy, LayerPayment, LayerSituation } from './layer-payment-1.rules';
import type { LayerBase, PolicyLayer } from './policy-1.rules';

const baseWords: Record<LayerBase, BilingualText> = {
  'whole-bill': { zh: '总费用', en: 'the whole bill' },
  'all-residual': { zh: '剩余全部费用', en: 'all that is still unpaid' },
  'in-policy-residual': { zh: '政策范围内剩余费用', en: 'what is still unpaid in policy' },
  'out-of-policy-residual': { zh: '政策范围外剩余费用', en: 'what is still unpaid out of policy' },
};

const capWords: Record<CappedBy, BilingualText> = {
  stay: { zh: '单次封顶线', en: 'the cap per stay' },
  year: { zh: '年度封顶线余额', en: 'what is left of the cap per year' },
  residual: { zh: '尚未支付的费用', en: 'what is still unpaid' },
};

const yuan = (fen: Fen) => formatYuan(fen);
const percent = (rate: string) => `${new Big(rate).times(100).toFixed()}%`;

export function explainSkipped(layer: PolicyLayer): BilingualText {
  return {
    zh: `${layer.payerName.zh}：本层不适用于该患者，支付 0.00 元。`,
    en: `${layer.payerName.en}: this layer does not apply to the patient and pays 0.00 yuan.`,
  };
}

export function explainLayer(
  layer: PolicyLayer,
  payment: LayerPayment,
  situation: LayerSituation,
  taken: { inPolicy: Fen; outOfPolicy: Fen },
): BilingualText {
  const base = baseWords[layer.base];
  const steps = stepsOf(layer, payment, situation);
  const zh = [
    `${layer.payerName.zh}：以${base.zh} ${yuan(payment.baseAmount)} 元为基数`,
    ...steps.map((step) => step.zh),
  ];
  const en = [
    `${layer.payerName.en}: of ${base.en}, ${yuan(payment.baseAmount)} yuan`,
    ...steps.map((step) => step.en),
  ];
  if (payment.capped !== null && payment.cap !== null) {
    const cap = capWords[payment.capped];
    zh.push(`应付 ${yuan(payment.entitled)} 元，受${cap.zh} ${yuan(payment.cap)} 元限制`);
    en.push(`${yuan(payment.entitled)} yuan would be due, limited by ${cap.en}, ${yuan(payment.cap)} yuan`);
  }
  zh.push(`支付 ${yuan(payment.pays)} 元`);
  en.push(`it pays ${yuan(payment.pays)} yuan`);
  if ((layer.base === 'all-residual' || layer.base === 'whole-bill') && payment.pays > 0n) {
    zh.push(`先抵政策范围内 ${yuan(taken.inPolicy)} 元，再抵政策范围外 ${yuan(taken.outOfPolicy)} 元`);
    en.push(`first ${yuan(taken.inPolicy)} yuan in policy, then ${yuan(taken.outOfPolicy)} yuan out of policy`);
  }
  return { zh: `${zh.join('，')}。`, en: `${en.join(', ')}.` };
}

function stepsOf(layer: PolicyLayer, payment: LayerPayment, { hospitalGrade }: LayerSituation): BilingualText[] {
  const steps: BilingualText[] = [];
  if (layer.deductible !== null) {
    const year = layer.deductible.per === 'year';
    steps.push({
      zh: `扣${year ? '年度' : ''}起付线 ${yuan(payment.deductible)} 元`,
      en: `less a ${year ? 'yearly ' : ''}deductible of ${yuan(payment.deductible)} yuan`,
    });
  }
  for (const { from, to, amount, rate, paid } of payment.brackets) {
    const range = {
      zh: to === null ? `${yuan(from)} 元及以上` : `${yuan(from)} 元（含）至 ${yuan(to)} 元`,
      en: bracketWords(from, to),
    };
    steps.push({
      zh: `${range.zh}段内 ${yuan(amount)} 元按 ${percent(rate)} 计 ${yuan(paid)} 元`,
      en: `${yuan(amount)} yuan ${range.en} at ${percent(rate)} make ${yuan(paid)} yuan`,
    });
  }
  if (layer.kind === 'share' && payment.rate !== null) {
    steps.push({ zh: `按 ${percent(payment.rate)} 计`, en: `at ${percent(payment.rate)}` });
  }
  const share = layer.patientShareByGrade?.[hospitalGrade];
  if (share !== undefined) {
    steps.push({
      zh: `补足至个人负担不超过 ${percent(share)}`,
      en: `topped up so that the patient bears at most ${percent(share)}`,
    });
  }
  for (const limit of [layer.patientCapByGrade?.[hospitalGrade], layer.patientCapPerYear]) {
    if (limit === undefined || limit === null) continue;
    steps.push({ zh: `个人年度负担以 ${limit} 元为限`, en: `the patient bears at most ${limit} yuan a year` });
  }
  return steps;
}

function bracketWords(from: Fen, to: Fen | null): string {
  return to === null ? `from ${yuan(from)} up` : `from ${yuan(from)} up to below ${yuan(to)}`;
}
