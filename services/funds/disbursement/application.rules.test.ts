// An application names each household once, with money in it, and none that was removed.
import { checkApplication, checkPayable } from './application.rules';

test('a household twice, or nothing for it, is refused', () => {
  const line = { householdId: 'a', amount: 1n };
  expect(() => checkApplication([line, { householdId: 'b', amount: 2n }])).not.toThrow();
  expect(() => checkApplication([line, line])).toThrow(
    expect.objectContaining({ code: 'HOUSEHOLD_REPEATED', facts: { field: 'lines', before: 1, line: 2 } }),
  );
  expect(() => checkApplication([{ householdId: 'a', amount: 0n }])).toThrow(
    expect.objectContaining({ code: 'AMOUNT_NOT_POSITIVE' }),
  );
});

test('a lifted household is paid, a removed one is not', () => {
  expect(() => checkPayable({ state: 'lifted-with-policies', number: '1' })).not.toThrow();
  expect(() => checkPayable({ state: 'removed', number: '1' })).toThrow(
    expect.objectContaining({ code: 'HOUSEHOLD_REMOVED', facts: { number: '1' } }),
  );
});
