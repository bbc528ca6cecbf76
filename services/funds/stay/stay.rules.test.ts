// A stay goes in, out, is quoted, settled and struck, and then settled anew; fees stop while it is settled.
import { checkFees, nextStatus, stayStatuses, staySteps } from './stay.rules';

test('of 30 pairs of status and step, exactly these can be done', () => {
  const allowed = stayStatuses.flatMap((status) =>
    staySteps.flatMap((step) => {
      try {
        return [`${status} ${step} ${nextStatus(status, step)}`];
      } catch (error) {
        expect(error).toMatchObject({ code: 'STAY_STATE', facts: { state: status, step } });
        return [];
      }
    }),
  );
  expect(allowed).toEqual([
    'admitted upload admitted',
    'admitted discharge discharged',
    'discharged upload discharged',
    'discharged quote quoted',
    'discharged settle settled',
    'quoted upload discharged',
    'quoted quote quoted',
    'quoted settle settled',
    'settled supplement settled',
    'settled strike struck',
    'struck upload struck',
    'struck settle settled',
  ]);
});

test.each([
  ['a fee of nothing', { amount: 0n, outOfPolicy: 0n, feeClass: 'a' }, 'AMOUNT_NOT_POSITIVE'],
  ['more out of policy than it costs', { amount: 5n, outOfPolicy: 6n, feeClass: 'b' }, 'INVALID_INPUT'],
  ['class C in policy', { amount: 5n, outOfPolicy: 4n, feeClass: 'c' }, 'INVALID_INPUT'],
])('%s is refused', (_says, fee, code) => {
  expect(() => checkFees([{ name: 'x', ...fee }])).toThrow(expect.objectContaining({ code }));
});
