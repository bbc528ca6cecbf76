// A year is frozen after its income period is over, and none before the first registration.
import { checkYear } from './register-year.rules';

test.each([
  [2018, '2018-10-01', true],
  [2018, '2018-09-30', false],
  [2014, '2018-01-01', true],
  [2013, '2018-01-01', false],
])('the register of %d on %s: %s', (year, today, may) => {
  if (may) expect(checkYear(year, today)).toEqual({ on: `${year}-12-31` });
  else expect(() => checkYear(year, today)).toThrow(expect.objectContaining({ code: 'REGISTER_YEAR_OPEN' }));
});
