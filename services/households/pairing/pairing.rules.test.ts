// Pairing: one helper at a time, and each period has at least one day.
import { checkPairing } from './pairing.rules';

const household = { registeredOn: '2015-03-01' };
const present = { helperId: 'a', validFrom: '2018-01-01' };
const coded = (code: string) => expect.objectContaining({ code });

test('a household without a helper may get one from its registration on', () => {
  expect(() => checkPairing(household, null, { helperId: 'b', from: '2015-03-01' })).not.toThrow();
  expect(() => checkPairing(household, null, { helperId: 'b', from: '2015-02-28' })).toThrow(
    coded('PAIRING_BEFORE_REGISTRATION'),
  );
});

test('the next helper begins after the present one', () => {
  expect(() => checkPairing(household, present, { helperId: 'b', from: '2018-01-02' })).not.toThrow();
  for (const from of ['2018-01-01', '2017-12-31'])
    expect(() => checkPairing(household, present, { helperId: 'b', from })).toThrow(coded('PAIRING_TOO_EARLY'));
});

test('the same helper is not paired twice', () => {
  expect(() => checkPairing(household, present, { helperId: 'a', from: '2018-05-01' })).toThrow(
    coded('ALREADY_PAIRED'),
  );
});
