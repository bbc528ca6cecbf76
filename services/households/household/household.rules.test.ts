// What a registration must say: the form's rules A1 to A3, one head, and codes that the dictionaries list.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { MemberForm } from '../member/member.rules';
import { codes } from './codes.rules';
import { checkHousehold, checkMembers, householdNumber, maskAddress } from './household.rules';

const today = '2018-06-01';
const form = {
  standard: 'provincial',
  type: 'dibao-poor',
  mainCause: 'illness',
  otherCauses: ['disability'],
  address: '莱芜市莱城区口镇某村12号',
  phone: '15400001234',
  bankName: null,
  bankCard: '6228 4804 0256 4890 018',
  registeredOn: '2018-05-01',
};
const member = (idNumber: string, relation: string): MemberForm => ({
  name: '张三',
  idNumber,
  relation,
  ethnicity: 'han',
  education: 'primary',
  health: 'healthy',
  labour: 'none',
  insured: 'resident',
});
const head = member('11010519491231002x', 'head');
const spouse = member('440524188001010014', 'spouse');

test('a good form is taken, and the card loses its spaces', () => {
  expect(checkHousehold(form, today)).toEqual({ ...form, bankCard: '6228480402564890018' });
});

test.each([
  ['otherCauses', { otherCauses: ['illness'] }],
  ['otherCauses', { otherCauses: ['disability', 'disability'] }],
  ['otherCauses', { otherCauses: ['disability', 'disaster', 'schooling'] }],
  ['standard', { standard: 'galactic' }],
  ['mainCause', { mainCause: '因病' }],
  ['registeredOn', { registeredOn: '2018-06-02' }],
  ['phone', { phone: '12345' }],
  ['bankCard', { bankCard: '6228480402564890019' }],
  ['address', { address: ' ' }],
])('a form is refused that is wrong in %s', (field, wrong) => {
  expect(() => checkHousehold({ ...form, ...wrong }, today)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ field }) }),
  );
});

test('a household has exactly one head', () => {
  expect(checkMembers([head, spouse], today).map(({ sex, birthday }) => [sex, birthday])).toEqual([
    ['female', '1949-12-31'],
    ['male', '1880-01-01'],
  ]);
  expect(() => checkMembers([spouse], today)).toThrow(
    expect.objectContaining({ code: 'HEAD_NOT_ONE', facts: { heads: 0 } }),
  );
  expect(() => checkMembers([head, { ...spouse, relation: 'head' }], today)).toThrow(
    expect.objectContaining({ code: 'HEAD_NOT_ONE', facts: { heads: 2 } }),
  );
});

test('an identity number stands once in a household, however its X is written', () => {
  const again = { ...spouse, idNumber: '11010519491231002X' };
  expect(() => checkMembers([head, again], today)).toThrow(
    expect.objectContaining({ code: 'MEMBER_REPEATED', facts: { field: 'members[1].idNumber' } }),
  );
});

test('the number is the village code and four places', () => {
  expect(householdNumber('371202101201', 7)).toBe('3712021012010007');
});

test('an address keeps its village and loses its door', () => {
  expect(maskAddress('莱芜市莱城区口镇下水河村128号')).toBe('莱芜市莱城区口镇下水河村**号');
  expect(maskAddress('口镇某村三组12号2单元')).toBe('口镇某村**组**号**单元');
});

test.each([
  ['standard', 'identification-standard'],
  ['type', 'household-type'],
  ['cause', 'poverty-cause'],
  ['relation', 'relation'],
  ['ethnicity', 'ethnicity'],
  ['education', 'education'],
  ['health', 'health'],
  ['labour', 'labour'],
  ['insured', 'insurance'],
  ['measure', 'visit-measure'],
  ['schooling', 'schooling'],
  ['workPlace', 'work-place'],
  ['disabilityKind', 'disability-kind'],
  ['houseStructure', 'house-structure'],
  ['fuel', 'fuel'],
  ['road', 'road'],
  ['joining', 'joining'],
  ['leaving', 'leaving'],
] as const)('the codes of %s are those of the dictionary %s', (list, dictionary) => {
  const text = readFileSync(join(projectRoot, `data/dictionaries/${dictionary}.json`), 'utf8');
  const { entries } = JSON.parse(text) as { entries: { code: string }[] };
  expect(codes[list]).toEqual(entries.map((entry) => entry.code));
});
