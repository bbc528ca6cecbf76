// Codes of the household form (贫困户登记表), as the dictionaries list them; the form refuses any other.

import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';

export const codes = {
  standard: ['national', 'provincial', 'municipal'],
  type: ['general-poor', 'dibao', 'wubao', 'dibao-poor'],
  cause: [
    'illness',
    'disability',
    'schooling',
    'disaster',
    'lack-of-land',
    'lack-of-water',
    'lack-of-skill',
    'lack-of-labour',
    'lack-of-funds',
    'poor-transport',
    'lack-of-motivation',
    'other',
  ],
  relation: [
    'head',
    'spouse',
    'child',
    'child-in-law',
    'grandchild',
    'parent',
    'parent-in-law',
    'grandparent',
    'sibling',
    'other',
  ],
  ethnicity: [
    'han',
    'hui',
    'manchu',
    'mongol',
    'korean',
    'zhuang',
    'miao',
    'yi',
    'tujia',
    'dong',
    'yao',
    'buyi',
    'uyghur',
    'tibetan',
    'other',
  ],
  education: [
    'illiterate',
    'primary',
    'junior-middle',
    'senior-middle',
    'vocational',
    'college',
    'university',
    'pre-school',
  ],
  health: ['healthy', 'chronic-illness', 'serious-illness', 'disabled'],
  labour: ['ordinary', 'skilled', 'lost', 'none'],
  insured: ['resident', 'employee', 'none'],
  measure: [
    'rain-dew-plan',
    'microcredit',
    'relocation',
    'industry',
    'infrastructure',
    'public-service',
    'policy-briefing',
    'living-help',
    'medical-help',
  ],
  schooling: [
    'not-in-school',
    'pre-school',
    'primary',
    'grade-seven',
    'grade-eight',
    'grade-nine',
    'senior-one',
    'senior-two',
    'senior-three',
    'vocational-one',
    'vocational-two',
    'vocational-three',
    'higher-vocational',
    'university',
  ],
  workPlace: ['none', 'in-town', 'in-county', 'in-province', 'outside-province'],
  disabilityKind: ['sight', 'hearing', 'speech', 'limbs', 'intellect', 'mental', 'multiple'],
  houseStructure: ['reinforced-concrete', 'brick-concrete', 'brick-timber', 'earth', 'other'],
  fuel: ['firewood', 'dung', 'coal', 'clean', 'other'],
  road: ['earth', 'gravel', 'concrete', 'asphalt'],
  joining: ['omitted', 'birth', 'marriage', 'moved-in', 'adoption', 'released', 'found', 'other'],
  leaving: ['death', 'marriage', 'moved-out', 'imprisoned', 'lost', 'abroad', 'not-a-member', 'other'],
} as const;

export function checkCode(list: keyof typeof codes, code: string, field: string): string {
  const known: readonly string[] = codes[list];
  if (known.includes(code)) return code;
  throw invalidInput(field, `代码须为 ${known.join('、')} 之一`, `the code is one of ${known.join(', ')}`);
}

/** Trimmed text of some length without a personal number, which has a sealed field of its own; refused with the field's name. */
export function checkText(text: string, field: string, least: number, most: number): string {
  refusePersonalNumbers(field, text);
  const trimmed = text.trim();
  if (trimmed.length >= least && trimmed.length <= most) return trimmed;
  throw invalidInput(field, `须为 ${least} 至 ${most} 个字符`, `has ${least} to ${most} characters`);
}
