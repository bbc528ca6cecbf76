// Applied, approved, paid and returned by three people: what the table does not name cannot be done, by anyone.
import fc from 'fast-check';
import {
  checkHands,
  disbursementStates,
  disbursementSteps,
  disbursementTable,
  nextState,
  stateAfterReturn,
} from './disbursement.rules';

test('the way through: applied, approved, paid, returned in part and then in whole', () => {
  expect(nextState('applied', 'approve')).toBe('approved');
  expect(nextState('approved', 'order')).toBe('ordered');
  expect(nextState('ordered', 'pay')).toBe('paid');
  expect(stateAfterReturn('paid', { paid: 100n, returnedBefore: 0n, returning: 40n })).toBe('part-returned');
  expect(stateAfterReturn('part-returned', { paid: 100n, returnedBefore: 40n, returning: 60n })).toBe('returned');
});

test('of 64 pairs of state and step, exactly the nine of the regulation can be done', () => {
  const allowed = disbursementStates.flatMap((state) =>
    disbursementSteps.flatMap((step) => {
      try {
        return [`${state} ${step} ${nextState(state, step)}`];
      } catch (error) {
        expect(error).toMatchObject({ code: 'DISBURSEMENT_STATE', facts: { state, step } });
        return [];
      }
    }),
  );
  expect(allowed).toEqual([
    'applied approve approved',
    'applied reject rejected',
    'applied withdraw withdrawn',
    'approved revoke withdrawn',
    'approved order ordered',
    'ordered recall approved',
    'ordered pay paid',
    'paid return part-returned',
    'part-returned return part-returned',
  ]);
});

test('money leaves only after approval: and by an order: no way from applied to paid misses either', () => {
  const ways = (state: (typeof disbursementStates)[number], seen: string[]): string[][] => {
    if (state === 'paid') return [[...seen, state]];
    return seen.includes(state)
      ? []
      : Object.values(disbursementTable[state]).flatMap((next) => ways(next, [...seen, state]));
  };
  expect(ways('applied', [])).toEqual([['applied', 'approved', 'ordered', 'paid']]);
});

test('who ends in paying was neither the maker nor the checker, and the checker was not the maker', () => {
  const person = fc.constantFrom('wang', 'li', 'zhao');
  fc.assert(
    fc.property(person, person, person, (appliedBy, approvedBy, paidBy) => {
      const run = () => {
        checkHands('approve', approvedBy, { appliedBy });
        checkHands('pay', paidBy, { appliedBy, approvedBy });
      };
      if (new Set([appliedBy, approvedBy, paidBy]).size === 3) expect(run).not.toThrow();
      else expect(run).toThrow(expect.objectContaining({ code: 'FOUR_EYES' }));
    }),
  );
});

test('the maker may withdraw, nobody else; and may not revoke the approval', () => {
  const hands = { appliedBy: 'wang', approvedBy: 'li' };
  expect(() => checkHands('withdraw', 'wang', hands)).not.toThrow();
  expect(() => checkHands('withdraw', 'li', hands)).toThrow(expect.objectContaining({ code: 'NOT_THE_MAKER' }));
  expect(() => checkHands('revoke', 'wang', hands)).toThrow(expect.objectContaining({ code: 'FOUR_EYES' }));
  expect(() => checkHands('revoke', 'li', hands)).not.toThrow();
});

test('never more comes back than was paid', () => {
  const back = (returning: bigint) => () =>
    stateAfterReturn('part-returned', { paid: 100n, returnedBefore: 40n, returning });
  expect(back(61n)).toThrow(
    expect.objectContaining({ code: 'RETURN_TOO_LARGE', facts: { returning: '0.61', open: '0.60' } }),
  );
  expect(back(0n)).toThrow(expect.objectContaining({ code: 'AMOUNT_NOT_POSITIVE' }));
  expect(() => stateAfterReturn('approved', { paid: 100n, returnedBefore: 0n, returning: 1n })).toThrow('approved');
});
