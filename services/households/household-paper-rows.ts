// The rows of what is printed of a household (打印行): members, helpers, visits, how it lives and what it earns, in words.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { maskFromTail } from '#platform/vocabulary/identity-number';
import { levelWord, type Names, wordOf } from './household-paper-words';
import type { Income } from './income/income.entity';
import type { LivingConditions } from './living/living-conditions.entity';
import type { Member } from './member/member.entity';
import type { Pairing } from './pairing/pairing.entity';
import type { SheetIncome } from './paper/income-sheet.rules';
import type { PolicyVerdict } from './policy/policy-verdict.entity';
import type { Visit } from './visit/visit.entity';

export const memberRow = (member: Member): string[] => [
  member.name,
  wordOf('relation', member.relation),
  wordOf('sex', member.sex),
  member.birthday,
  maskFromTail(member.idNumberTail),
  wordOf('education', member.education),
  wordOf('health', member.health),
  wordOf('labour', member.labour),
  wordOf('insurance', member.insured),
];

export const visitRow = ({ visitedOn, helperId, met, content, problem }: Visit, names: Names): string[] => [
  visitedOn,
  names.person(helperId),
  met,
  content,
  problem ?? '',
];

export const helperRow = ({ helperId, unitId, unitLevel, validFrom, validTo }: Pairing, names: Names): string[] => [
  names.person(helperId),
  names.unit(unitId),
  levelWord(unitLevel),
  validFrom,
  validTo ?? '',
];

export function livingFacts(living: LivingConditions | null): (readonly [string, string])[] {
  if (!living) return [];
  const yes = (told: boolean | null) => (told === null ? '' : told ? '是' : '否');
  const much = (amount: number | null, unit: string) => (amount === null ? '' : `${amount} ${unit}`);
  const told: (readonly [string, string])[] = [
    [
      '住房',
      [much(living.houseArea, '平方米'), wordOf('house-structure', living.houseStructure)].filter(Boolean).join(' '),
    ],
    ['危房户', yes(living.dangerousHouse)],
    ['饮水安全', yes(living.safeWater)],
    ['通生活用电', yes(living.electricity)],
    ['入户路', wordOf('road', living.road)],
    ['耕地', much(living.arableMu, '亩')],
    ['林果', much(living.orchardMu, '亩')],
  ];
  return told.filter(([, value]) => value !== '');
}

export const sheetIncome = (income: Income, names: Names): SheetIncome => ({
  ...income,
  hands: [
    names.person(income.enteredBy),
    beijingDay(income.enteredAt),
    names.person(income.checkedBy),
    income.checkedAt ? beijingDay(income.checkedAt) : '',
  ],
});

export const policyRow = ({ policy }: PolicyVerdict): string[] => [
  policy.title,
  policy.documentNumber,
  policy.plainZh,
  policy.amounts,
  policy.contact ?? '',
];
