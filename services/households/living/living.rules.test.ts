// How a household lives: whole numbers in their bounds, land in hundredths of a mu, codes of the dictionaries.
import { checkLiving } from './living.rules';

test('what is told is kept, what is not is null', () => {
  const facts = checkLiving({ houseArea: 60, arableMu: 3.25, road: 'concrete', dangerousHouse: false }, '', 2018);
  expect(facts).toMatchObject({ houseArea: 60, arableMu: 3.25, road: 'concrete', dangerousHouse: false, fuel: null });
});

test.each([
  ['houseYear', { houseYear: 2019 }],
  ['houseArea', { houseArea: -1 }],
  ['arableMu', { arableMu: 1.234 }],
  ['irrigatedMu', { arableMu: 1, irrigatedMu: 1.5 }],
  ['fuel', { fuel: 'wind' }],
])('%s is named when it is wrong', (field, form) => {
  expect(() => checkLiving(form, 'living.', 2018)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', facts: { field: `living.${field}` } }),
  );
});
