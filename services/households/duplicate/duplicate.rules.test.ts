// Duplicates: judged once, by the nearest superior of both, and a verdict names whom it keeps or whose number is wrong.
import { checkVerdict } from './duplicate.rules';

const pair = { memberId: 'a', otherMemberId: 'b', superior: '0001/0002/', verdict: null };
const code = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

test('the same person stays with one household, and the town of the other is asked to remove him', () => {
  expect(checkVerdict(pair, { verdict: 'same-person', keptMemberId: 'a' }, '0001/0002/')).toMatchObject({
    keptMemberId: 'a',
    asks: { memberId: 'b', asked: 'remove-member' },
  });
});

test('a wrong number is corrected where it is wrong; two people ask nothing of anybody', () => {
  const wrong = checkVerdict(pair, { verdict: 'wrong-number', wrongMemberId: 'b' }, '0001/0002/');
  expect(wrong.asks).toEqual({ memberId: 'b', asked: 'correct-number' });
  expect(checkVerdict(pair, { verdict: 'different-people', remark: '两人均到场核对' }, '0001/0002/').asks).toBeNull();
});

test.each([
  ['DUPLICATE_DECIDED', { ...pair, verdict: 'over' }, { verdict: 'same-person', keptMemberId: 'a' }, '0001/0002/'],
  ['NOT_THE_SUPERIOR', pair, { verdict: 'same-person', keptMemberId: 'a' }, '0001/'],
  ['NOT_THE_SUPERIOR', pair, { verdict: 'same-person', keptMemberId: 'a' }, '0001/0002/0003/'],
  ['INVALID_INPUT', pair, { verdict: 'same-person' }, '0001/0002/'],
  ['INVALID_INPUT', pair, { verdict: 'same-person', keptMemberId: 'c' }, '0001/0002/'],
  ['INVALID_INPUT', pair, { verdict: 'wrong-number', keptMemberId: 'a' }, '0001/0002/'],
  ['INVALID_INPUT', pair, { verdict: 'different-people' }, '0001/0002/'],
  ['INVALID_INPUT', pair, { verdict: 'over' }, '0001/0002/'],
])('%s', (wanted, of, form, path) => {
  expect(code(() => checkVerdict(of, form, path))).toBe(wanted);
});
