// Help plans: for the causes in the register, reviewed by another person, carried out with the household's signature.
import { checkHelpPlan, checkResult, checkReview } from './help-plan.rules';

const measure = { cause: 'illness', kind: 'medical-help', content: '联系家庭医生', dueOn: '2018-06-30' };
const plan = { year: 2018, goal: '年底稳定脱贫', measures: [measure] };
const ground = { causes: ['illness', 'disability'], today: '2018-03-01' };
const coded = (code: string) => expect.objectContaining({ code });

test('a plan answers the main cause, and only causes that the household has', () => {
  expect(checkHelpPlan(plan, ground)).toEqual({ goal: plan.goal, measures: [measure] });
  const other = { ...measure, cause: 'disability' };
  expect(checkHelpPlan({ ...plan, measures: [measure, other] }, ground).measures).toHaveLength(2);
  expect(() => checkHelpPlan({ ...plan, measures: [other] }, ground)).toThrow(coded('HELP_PLAN_CAUSE'));
  expect(() => checkHelpPlan({ ...plan, measures: [measure, { ...measure, cause: 'schooling' }] }, ground)).toThrow(
    coded('HELP_PLAN_CAUSE'),
  );
});

test.each([
  ['year', { year: 2017 }],
  ['year', { year: 2020 }],
  ['measures', { measures: [] }],
  ['measures', { measures: Array.from({ length: 21 }, () => measure) }],
  ['dueOn', { measures: [{ ...measure, dueOn: '2019-01-01' }] }],
  ['kind', { measures: [{ ...measure, kind: 'tea' }] }],
  ['goal', { goal: ' ' }],
])('%s is named when it is wrong', (field, wrong) => {
  expect(() => checkHelpPlan({ ...plan, ...wrong }, ground)).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ field }) }),
  );
});

test('somebody else reviews, and once', () => {
  const drafted = { outcome: null, draftedBy: 'a', draftedFor: null };
  const by = (personId: string, more: object = {}) => ({ personId, principalId: null, standsFor: [], ...more });
  expect(() => checkReview(drafted, by('b'))).not.toThrow();
  expect(() => checkReview(drafted, by('a'))).toThrow(coded('HELP_PLAN_OWN'));
  expect(() => checkReview({ ...drafted, outcome: 'returned' }, by('b'))).toThrow(coded('HELP_PLAN_REVIEWED'));
  // Over delegations: who acts for the drafter, stands for him, or had it drafted on his behalf.
  expect(() => checkReview(drafted, by('b', { principalId: 'a' }))).toThrow(coded('HELP_PLAN_OWN'));
  expect(() => checkReview(drafted, by('b', { standsFor: ['a'] }))).toThrow(coded('HELP_PLAN_OWN'));
  expect(() => checkReview({ ...drafted, draftedFor: 'b' }, by('b'))).toThrow(coded('HELP_PLAN_OWN'));
});

test('what a measure brought is told once, of an approved plan, with the signed page', () => {
  const done = { carriedOn: '2018-05-02', effect: '每月随访一次' };
  const may = { outcome: 'approved', isDone: false, today: '2018-05-02', evidence: 1 };
  expect(checkResult(done, may)).toEqual(done);
  expect(() => checkResult(done, { ...may, outcome: null })).toThrow(coded('MEASURE_NOT_APPROVED'));
  expect(() => checkResult(done, { ...may, isDone: true })).toThrow(coded('MEASURE_DONE'));
  expect(() => checkResult(done, { ...may, evidence: 0 })).toThrow(coded('MEASURE_UNSIGNED'));
  expect(() => checkResult(done, { ...may, today: '2018-05-01' })).toThrow(coded('INVALID_INPUT'));
});
