// What makes a layer (支付层) unusable although each of its fields is well formed: gaps, missing running totals, mixed kinds.
import { parseYuan } from '#platform/vocabulary/money';
import { figureFields, type PolicyLayer } from './policy-layer.rules';

export interface LayerFlaw {
  path: (string | number)[];
  zh: string;
  en: string;
}

export function layerFlawsOf(layer: PolicyLayer): LayerFlaw[] {
  return [
    ...kindFlaws(layer),
    ...baseFlaws(layer),
    ...bracketFlaws(layer),
    ...capFlaws(layer),
    ...feedFlaws(layer),
    ...figureFlaws(layer),
  ];
}

function kindFlaws(layer: PolicyLayer): LayerFlaw[] {
  const flaws: LayerFlaw[] = [];
  const refuse = (field: keyof PolicyLayer, zh: string, en: string) => flaws.push({ path: [field], zh, en });
  const share = layer.kind === 'share';
  if (share && layer.brackets.length === 0 && layer.rate === null)
    refuse('rate', '须有比例或分段', 'a rate or brackets are needed');
  if (layer.brackets.length > 0 && layer.rate !== null)
    refuse('rate', '比例与分段只能有其一', 'either a rate or brackets, not both');
  if (!share && layer.rate !== null) refuse('rate', '此类层不按比例', 'this kind of layer has no rate');
  if (!share && layer.brackets.length > 0) refuse('brackets', '此类层不分段', 'this kind of layer has no brackets');
  if (!share && layer.deductible !== null)
    refuse('deductible', '此类层无起付线', 'this kind of layer has no deductible');
  if ((layer.kind === 'top-up') !== (layer.patientShareByGrade !== null)) {
    refuse(
      'patientShareByGrade',
      '补足层且仅补足层须有个人负担比例',
      'a top-up, and nothing else, has the share that the patient bears',
    );
  }
  const capped =
    layer.patientCapByGrade !== null || layer.patientCapPerYear !== null || layer.patientCapByLevel !== undefined;
  if ((layer.kind === 'year-cap') !== capped) {
    refuse(
      'patientCapPerYear',
      '年度封顶层且仅此层须有个人年度限额',
      'a year-cap, and nothing else, has a yearly limit of what the patient bears',
    );
  }
  return flaws;
}

function baseFlaws(layer: PolicyLayer): LayerFlaw[] {
  const flaws: LayerFlaw[] = [];
  if ((layer.base === 'fee-class') !== (layer.feeParts !== undefined))
    flaws.push({
      path: ['feeParts'],
      zh: '按费用构成计且仅此时须列明构成',
      en: 'a base of fee classes, and no other, names its parts',
    });
  if (layer.kind === 'year-cap' && layer.base === 'fee-class')
    flaws.push({
      path: ['base'],
      zh: '个人年度限额只按政策范围内、外或全部计',
      en: 'a yearly limit of the patient is of what is in policy, out of policy, or all',
    });
  if (layer.rateVariants !== undefined && (layer.rate === null || layer.rateVariants.length === 0))
    flaws.push({ path: ['rateVariants'], zh: '有比例才有变体', en: 'variants vary a rate' });
  return flaws;
}

function capFlaws({ capBasis, capPerStay, capPerYear, kind }: PolicyLayer): LayerFlaw[] {
  if (capBasis === undefined) return [];
  if (capPerStay === null && capPerYear === null)
    return [{ path: ['capBasis'], zh: '无封顶线不须有口径', en: 'without a cap there is nothing that it limits' }];
  if (capBasis === 'admitted-cost' && kind !== 'share')
    return [{ path: ['capBasis'], zh: '此类层不计纳入费用', en: 'this kind of layer admits no cost to a rate' }];
  return [];
}

function bracketFlaws(layer: PolicyLayer): LayerFlaw[] {
  const { brackets } = layer;
  if (brackets.length === 0) {
    if (layer.bracketsMeasure === null) return [];
    return [{ path: ['bracketsMeasure'], zh: '无分段不须有分段口径', en: 'without brackets there is no measure' }];
  }
  const flaws: LayerFlaw[] = [];
  if (layer.bracketsMeasure === null) {
    flaws.push({ path: ['bracketsMeasure'], zh: '须说明分段按什么计', en: 'say what the brackets are measured on' });
  }
  brackets.forEach((bracket, at) => {
    const start = at === 0 ? 0n : endOf(brackets[at - 1]?.to ?? null);
    if (start === null || parseYuan(bracket.from) !== start) {
      flaws.push({
        path: ['brackets', at, 'from'],
        zh: '分段须从 0 起首尾相接，不得有空档或重叠',
        en: 'brackets start at 0 and join, with no gap and no overlap',
      });
    }
    const last = at === brackets.length - 1;
    if (last !== (bracket.to === null)) {
      flaws.push({
        path: ['brackets', at, 'to'],
        zh: '末段且仅末段上不封顶',
        en: 'the last bracket, and only the last, is open above',
      });
    } else if (bracket.to !== null && parseYuan(bracket.to) <= parseYuan(bracket.from)) {
      flaws.push({ path: ['brackets', at, 'to'], zh: '上限须大于下限', en: 'a bracket ends above its start' });
    }
  });
  return flaws;
}

const endOf = (to: string | null) => (to === null ? null : parseYuan(to));

function feedFlaws(layer: PolicyLayer): LayerFlaw[] {
  const needed = [
    { part: 'deductible', when: layer.deductible?.per === 'year' },
    { part: 'base', when: layer.bracketsMeasure === 'year-burden' },
    { part: 'paid', when: layer.capPerYear !== null && layer.capBasis !== 'admitted-cost' },
    { part: 'excess', when: layer.capPerYear !== null && layer.capBasis === 'admitted-cost' },
  ] as const;
  return needed
    .filter(({ part, when }) => when && layer.feeds[part] === undefined)
    .map(({ part }) => ({
      path: ['feeds', part],
      zh: '按年计算须指明年度累计',
      en: 'what is counted by the year names its running total',
    }));
}

/** A figure is either sourced or said to be unsourced, and one that is not there cannot be either. */
function figureFlaws(layer: PolicyLayer): LayerFlaw[] {
  const told = layer.figures.map((figure) => figure.of);
  return figureFields.flatMap((field): LayerFlaw[] => {
    const value = layer[field];
    const present = Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
    const times = told.filter((of) => of === field).length;
    if (present && times !== 1) {
      return [
        {
          path: ['figures'],
          zh: `${field} 须恰有一处来源或说明无来源`,
          en: `${field} needs exactly one source, or a word that it has none`,
        },
      ];
    }
    if (!present && times > 0) {
      return [{ path: ['figures'], zh: `${field} 未设，却有来源`, en: `${field} is not set, yet has a source` }];
    }
    return [];
  });
}
