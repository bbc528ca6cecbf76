// The rest of a member's form: months with a work place, kind with grade, and the 20 places of a disability card.
import { checkFurther, readCardNumber } from './further-facts.rules';

test('what is not told stays untold', () => {
  expect(new Set(Object.values(checkFurther({}, '')))).toEqual(new Set([null]));
});

test.each([
  ['workMonths', { workPlace: 'none', workMonths: 3 }],
  ['workMonths', { workPlace: 'in-town', workMonths: 13 }],
  ['workMonths', { workMonths: 1.5 }],
  ['schooling', { schooling: 'kindergarten' }],
  ['disabilityGrade', { disabilityKind: 'sight' }],
  ['disabilityGrade', { disabilityKind: 'sight', disabilityGrade: 5 }],
])('%s is named when it is wrong', (field, form) => {
  expect(() => checkFurther(form, 'member.')).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', facts: { field: `member.${field}` } }),
  );
});

test('a disability card tells the identity number, the kind and the grade', () => {
  expect(readCardNumber('11010519491231002X42')).toEqual({
    idNumber: '11010519491231002X',
    disabilityKind: 'limbs',
    disabilityGrade: 2,
  });
  for (const number of ['11010519491231002X', '11010519491231002X82', '11010519491231002142'])
    expect(readCardNumber(number)).toEqual({ idNumber: number });
});
