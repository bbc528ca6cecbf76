// A use of gifts: within purpose, place and group of each gift, never administration out of a restricted one; a council with its quorum.
import { checkArrival, checkPromise, GiftKind } from '../gift/gift.rules';
import {
  CharityUseKind,
  CouncilVoteWord,
  checkGivenFor,
  checkSources,
  checkVotes,
  type GivenFor,
} from './charity-use.rules';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing was refused';
};
const use = { kind: CharityUseKind.charity, purpose: 'donated-relief', targetGroup: null, path: '0001/0001/0001/' };
const gift = (more: Partial<GivenFor> = {}): GivenFor => ({
  ...{ number: 'JZ-1', purpose: null, targetGroup: null, restrictedRegionId: null, restrictedPath: null, ...more },
});

test('a gift is used for what it was given for, and the refusal names that', () => {
  expect(codeOf(() => checkGivenFor(use, gift()))).toBe('nothing was refused');
  expect(codeOf(() => checkGivenFor(use, gift({ restrictedPath: '0001/0001/' })))).toBe('nothing was refused');
  for (const more of [{ purpose: 'rain-dew-plan' }, { targetGroup: '学生' }, { restrictedPath: '0001/0001/0002/' }])
    expect(codeOf(() => checkGivenFor(use, gift(more)))).toBe('GIFT_RESTRICTED');
  expect(() => checkGivenFor(use, gift({ purpose: 'rain-dew-plan', targetGroup: '学生' }))).toThrow(
    /用途 rain-dew-plan、受益人群 学生 · .*purpose rain-dew-plan, target group 学生/,
  );
  const administration = { ...use, kind: CharityUseKind.administration };
  expect(codeOf(() => checkGivenFor(administration, gift()))).toBe('nothing was refused');
  expect(codeOf(() => checkGivenFor(administration, gift({ restrictedPath: '0001/' })))).toBe('GIFT_RESTRICTED');
});

test('two thirds attend, more than half of those decide (《基金会管理条例》第二十一条)', () => {
  const rule = { quorum: 2, quorumOf: 3, majority: 1, majorityOf: 2 };
  const { for: aye, against, abstain } = CouncilVoteWord;
  expect(codeOf(() => checkVotes(rule, 5, [aye, aye, aye]))).toBe('COUNCIL_QUORUM');
  expect(codeOf(() => checkVotes(rule, 0, []))).toBe('COUNCIL_QUORUM');
  expect(checkVotes(rule, 6, [aye, aye, aye, against])).toBe(true);
  expect(checkVotes(rule, 6, [aye, aye, against, abstain])).toBe(false);
});

test('sources are above zero, each lot once; gifts are free, and whole when they arrive', () => {
  expect(codeOf(() => checkSources([]))).toBe('INVALID_INPUT');
  expect(codeOf(() => checkSources([{ lotId: 'a', amount: 0n }]))).toBe('INVALID_INPUT');
  const twice = { lotId: 'a', amount: 1n };
  expect(codeOf(() => checkSources([twice, twice]))).toBe('INVALID_INPUT');
  const promised = { kind: GiftKind.money, voluntary: true, amount: 1n };
  expect(codeOf(() => checkPromise(promised))).toBe('nothing was refused');
  expect(codeOf(() => checkPromise({ ...promised, voluntary: false }))).toBe('GIFT_NOT_FREE');
  expect(codeOf(() => checkPromise({ ...promised, kind: GiftKind.goods }))).toBe('INVALID_INPUT');
  expect(codeOf(() => checkArrival(GiftKind.money, null, []))).toBe('INVALID_INPUT');
  expect(codeOf(() => checkArrival(GiftKind.goods, null, []))).toBe('INVALID_INPUT');
  expect(codeOf(() => checkArrival(GiftKind.goods, null, [{ quantity: 1, value: 1n }]))).toBe('nothing was refused');
});
