// Monthly parts make the amount to the fen, and what is overdue is what was due before today and not paid.
import { instalmentsOf, overdueOn } from './repayment.rules';

const agreed = { amount: 100000n, instalments: 3, firstDueOn: '2018-01-31' };

test('the last part takes what does not divide, and a month has its last day', () => {
  expect(instalmentsOf(agreed)).toEqual([
    { number: 1, dueOn: '2018-01-31', amount: 33333n },
    { number: 2, dueOn: '2018-02-28', amount: 33333n },
    { number: 3, dueOn: '2018-03-31', amount: 33334n },
  ]);
});

test.each([
  ['2018-01-31', 0n, 0n],
  ['2018-02-01', 0n, 33333n],
  ['2018-03-01', 40000n, 26666n],
  ['2019-01-01', 100000n, 0n],
])('on %s, with %s paid, %s is overdue', (day, paid, overdue) => {
  expect(overdueOn(agreed, paid, day)).toBe(overdue);
});
