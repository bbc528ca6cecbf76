// Treat first, pay later: an exclusion is one of those that the policy lists, and none is made up for who was not treated first.
import { checkListed, checkTreatFirst, TreatFirstExclusion } from './treat-first.rules';

const listed = [{ code: TreatFirstExclusion.thirdParty, name: { zh: '有第三方责任的' } }];
const of = (treatFirst: boolean, treatFirstExclusion: TreatFirstExclusion | null = null) => ({
  ...{ treatFirst, treatFirstExclusion, agreementOn: null },
});
const refused = expect.objectContaining({ code: 'INVALID_INPUT' });

test('an exclusion that the policy does not list is refused, one that it lists is recorded', () => {
  expect(() => checkListed(of(false, TreatFirstExclusion.cosmetic), listed)).toThrow(refused);
  expect(() => checkListed(of(false, TreatFirstExclusion.thirdParty), listed)).not.toThrow();
  expect(() => checkListed(of(false, TreatFirstExclusion.cosmetic), null)).not.toThrow();
});

test('who was not treated first and is not excluded is recorded as it was, for monitoring to ask', () => {
  expect(() => checkListed(of(false), listed)).not.toThrow();
});

test('who is treated first is not excluded, and without it there is no agreement', () => {
  expect(() => checkTreatFirst(of(true, TreatFirstExclusion.thirdParty))).toThrow(refused);
  expect(() => checkTreatFirst({ ...of(false), agreementOn: '2018-08-01' })).toThrow(refused);
  expect(() => checkTreatFirst({ ...of(true), agreementOn: '2018-08-01' })).not.toThrow();
});
