// What may be put on a list, what is stopped on the day of payment, and which steps follow which.
import { checkAccount, checkStep, stopOf } from './card-batch.rules';

const account = { number: '1', bankName: '某行', card: '6228480402564890018', unconfirmed: false };
const alive = { householdState: 'lifted-with-policies', diedOn: null, deathInQuestion: false };

test('a card that is missing, wrong or not confirmed is on no list', () => {
  expect(checkAccount(account)).toEqual({ card: account.card, bankName: '某行' });
  for (const bent of [{ card: null }, { bankName: null }, { card: '6228480402564890019' }, { unconfirmed: true }])
    expect(() => checkAccount({ ...account, ...bent })).toThrow(
      expect.objectContaining({ code: 'CARD_LINE_NOT_PAYABLE' }),
    );
});

test('the removed and the dead are stopped, who is in question or unknown is held back, who is lifted is paid', () => {
  expect(stopOf(alive)).toBeNull();
  expect(stopOf({ ...alive, householdState: 'removed' })?.step).toBe('stop');
  expect(stopOf({ ...alive, diedOn: '2018-03-04' })?.step).toBe('stop');
  expect(stopOf({ ...alive, deathInQuestion: true })?.step).toBe('hold');
  expect(stopOf(undefined)?.step).toBe('hold');
});

test('verified before released, withdrawn only before', () => {
  expect(() => checkStep('listed', 'verify')).not.toThrow();
  for (const [state, step] of [
    ['listed', 'release'],
    ['released', 'withdraw'],
    ['closed', 'verify'],
  ] as const)
    expect(() => checkStep(state, step)).toThrow(expect.objectContaining({ code: 'CARD_BATCH_STATE' }));
});
