// How a household lives (生产生活条件), as the national form asks: house, water, power, road, land; null is "not told", never "no".
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkCode, checkText } from '../household/codes.rules';
import { checkWhole } from '../member/further-facts.rules';

export interface LivingFacts {
  hamlet: string | null;
  dangerousHouse: boolean | null;
  houseArea: number | null;
  houseStructure: string | null;
  houseYear: number | null;
  safeWater: boolean | null;
  waterDifficulty: boolean | null;
  electricity: boolean | null;
  fuel: string | null;
  sanitaryToilet: boolean | null;
  road: string | null;
  roadMetres: number | null;
  inCooperative: boolean | null;
  arableMu: number | null;
  irrigatedMu: number | null;
  forestMu: number | null;
  orchardMu: number | null;
  waterMu: number | null;
}

export type LivingForm = { [K in keyof LivingFacts]?: LivingFacts[K] };

export function checkLiving(form: LivingForm, prefix: string, thisYear: number): LivingFacts {
  const at = (field: keyof LivingForm) => `${prefix}${field}`;
  const code = (list: 'houseStructure' | 'fuel' | 'road') =>
    form[list] ? checkCode(list, form[list], at(list)) : null;
  const mu = (field: 'arableMu' | 'irrigatedMu' | 'forestMu' | 'orchardMu' | 'waterMu') =>
    checkMu(form[field], at(field));
  const facts: LivingFacts = {
    hamlet: form.hamlet ? checkText(form.hamlet, at('hamlet'), 1, 50) : null,
    dangerousHouse: form.dangerousHouse ?? null,
    houseArea: checkWhole(form.houseArea, at('houseArea'), 0, 2000),
    houseStructure: code('houseStructure'),
    houseYear: checkWhole(form.houseYear, at('houseYear'), 1800, thisYear),
    safeWater: form.safeWater ?? null,
    waterDifficulty: form.waterDifficulty ?? null,
    electricity: form.electricity ?? null,
    fuel: code('fuel'),
    sanitaryToilet: form.sanitaryToilet ?? null,
    road: code('road'),
    roadMetres: checkWhole(form.roadMetres, at('roadMetres'), 0, 200_000),
    inCooperative: form.inCooperative ?? null,
    arableMu: mu('arableMu'),
    irrigatedMu: mu('irrigatedMu'),
    forestMu: mu('forestMu'),
    orchardMu: mu('orchardMu'),
    waterMu: mu('waterMu'),
  };
  checkLivingTogether(facts, prefix);
  return facts;
}

/** What must fit together whichever of the two was told last. */
export function checkLivingTogether({ arableMu, irrigatedMu }: LivingFacts, prefix: string): void {
  if (irrigatedMu !== null && arableMu !== null && irrigatedMu > arableMu)
    throw invalidInput(`${prefix}irrigatedMu`, '有效灌溉面积不能大于耕地面积', 'no more is irrigated than is arable');
}

/** Land is told in mu with at most two decimals. */
function checkMu(value: number | null | undefined, field: string): number | null {
  if (value === null || value === undefined) return null;
  if (value >= 0 && value <= 10_000 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6) return value;
  throw invalidInput(field, '须为 0 至 10000 亩，至多两位小数', 'is 0 to 10000 mu with at most two decimals');
}
