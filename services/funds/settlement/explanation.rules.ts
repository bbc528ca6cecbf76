// How a layer's payment is told (结算说明): one plain sentence in Chinese and in English, with the numbers it was made from.
import Big from 'big.js';
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { FeePart } from '../settlement-policy/encounter-facts.rules';
import type { LayerBase, PolicyLayer } from '../settlement-policy/policy-layer.rules';
import { type SkippedFor, skippedWords } from './applicable-layers.rules';
import type { CappedBy, LayerPayment, LayerSituation } from './layer-payment.rules';
import { type FeeAmounts, inPolicyOf, outOfPolicyOf } from './stay-fees.rules';

const baseWords: Record<Exclude<LayerBase, 'fee-class'>, BilingualText> = {
  'whole-bill': { zh: '总费用', en: 'the whole bill' },
  'all-residual': { zh: '剩余全部费用', en: 'all that is still unpaid' },
  'in-policy-residual': { zh: '政策范围内剩余费用', en: 'what is still unpaid in policy' },
  'out-of-policy-residual': { zh: '政策范围外剩余费用', en: 'what is still unpaid out of policy' },
};

const partWords: Record<FeePart, BilingualText> = {
  'class-a': { zh: '甲类', en: 'class A' },
  'class-b': { zh: '乙类', en: 'class B' },
  'above-limit': { zh: '超限价', en: 'what is above a limit' },
  'first-borne': { zh: '先行自付', en: 'first borne' },
  'class-c': { zh: '丙类', en: 'class C' },
};

function baseOf({ base, feeParts = [] }: PolicyLayer): BilingualText {
  if (base !== 'fee-class') return baseWords[base];
  const words = feeParts.map((part) => partWords[part]);
  return {
    zh: `${words.map(({ zh }) => zh).join('、')}剩余费用`,
    en: `what is still unpaid of ${words.map(({ en }) => en).join(', ')}`,
  };
}

const capWords: Record<CappedBy, BilingualText> = {
  stay: { zh: '单次封顶线', en: 'the cap per stay' },
  year: { zh: '年度封顶线余额', en: 'what is left of the cap per year' },
  residual: { zh: '尚未支付的费用', en: 'what is still unpaid' },
  'admitted-stay': { zh: '单次纳入费用上限', en: 'the limit of admitted cost per stay' },
  'admitted-year': { zh: '年度纳入费用上限余额', en: 'what is left of the limit of admitted cost per year' },
};

const yuan = (fen: Fen) => formatYuan(fen);
const percent = (rate: string) => `${new Big(rate).times(100).toFixed()}%`;

export function explainSkipped(layer: PolicyLayer, reason: SkippedFor | null): BilingualText {
  const why = skippedWords[reason ?? 'condition'];
  return {
    zh: `${layer.payerName.zh}：${why.zh}，支付 0.00 元。`,
    en: `${layer.payerName.en}: ${why.en}; it pays 0.00 yuan.`,
  };
}

export function explainLayer(
  layer: PolicyLayer,
  payment: LayerPayment,
  situation: LayerSituation,
  taken: FeeAmounts,
): BilingualText {
  const base = baseOf(layer);
  const steps = payment.given ? givenSteps : stepsOf(layer, payment, situation);
  const zh = [
    `${layer.payerName.zh}：以${base.zh} ${yuan(payment.baseAmount)} 元为基数`,
    ...steps.map((step) => step.zh),
  ];
  const en = [
    `${layer.payerName.en}: of ${base.en}, ${yuan(payment.baseAmount)} yuan`,
    ...steps.map((step) => step.en),
  ];
  const { capped, cap } = payment;
  if (capped !== null && cap !== null) {
    const limit = capWords[capped];
    const due = capped.startsWith('admitted') ? payment.excess + payment.aboveCap : payment.entitled;
    zh.push(`${capped.startsWith('admitted') ? '应纳入' : '应付'} ${yuan(due)} 元，受${limit.zh} ${yuan(cap)} 元限制`);
    en.push(
      `${yuan(due)} yuan would be ${capped.startsWith('admitted') ? 'admitted' : 'due'}, limited by ${limit.en}, ${yuan(cap)} yuan`,
    );
  }
  zh.push(`支付 ${yuan(payment.pays)} 元`);
  en.push(`it pays ${yuan(payment.pays)} yuan`);
  if ((layer.base === 'all-residual' || layer.base === 'whole-bill') && payment.pays > 0n) {
    const [inside, outside] = [inPolicyOf(taken), outOfPolicyOf(taken)];
    zh.push(`先抵政策范围内 ${yuan(inside)} 元，再抵政策范围外 ${yuan(outside)} 元`);
    en.push(`first ${yuan(inside)} yuan in policy, then ${yuan(outside)} yuan out of policy`);
  }
  return { zh: `${zh.join('，')}。`, en: `${en.join(', ')}.` };
}

const givenSteps: readonly BilingualText[] = [
  { zh: '已在他处支付，按所报金额计', en: 'paid elsewhere before, and taken as it was told' },
];

function stepsOf(layer: PolicyLayer, payment: LayerPayment, { facts }: LayerSituation): BilingualText[] {
  const { hospitalGrade, hospitalLevel } = facts;
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
  const limits = [
    layer.patientCapByGrade?.[hospitalGrade],
    hospitalLevel === null ? undefined : layer.patientCapByLevel?.[hospitalLevel],
    layer.patientCapPerYear,
  ];
  for (const limit of limits) {
    if (limit === undefined || limit === null) continue;
    steps.push({ zh: `个人年度负担以 ${limit} 元为限`, en: `the patient bears at most ${limit} yuan a year` });
  }
  return steps;
}

function bracketWords(from: Fen, to: Fen | null): string {
  return to === null ? `from ${yuan(from)} up` : `from ${yuan(from)} up to below ${yuan(to)}`;
}
