// Pairing: one helper at a time, each period has at least one day, and who is away has somebody who stands in.
import { checkAbsence, checkPairing, unitLevelOf } from './pairing.rules';

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

const absence = { helperId: 'a', standInId: 'b', from: '2018-05-10', until: '2018-05-20' };
const asked = { post: 'helper', personId: 'a', today: '2018-05-10', longestDays: 60 };

test('a helper reports the own absence, a town anybody’s, from today on and for a while', () => {
  expect(() => checkAbsence(absence, asked)).not.toThrow();
  expect(() => checkAbsence(absence, { ...asked, post: 'town-officer', personId: 't' })).not.toThrow();
  expect(() => checkAbsence(absence, { ...asked, personId: 'b' })).toThrow(coded('ABSENCE_OF_ANOTHER'));
  expect(() => checkAbsence({ ...absence, standInId: 'a' }, asked)).toThrow(coded('STAND_IN_FOR_ONESELF'));
  for (const wrong of [{ from: '2018-05-09' }, { until: '2018-05-10' }, { until: '2018-07-10' }])
    expect(() => checkAbsence({ ...absence, ...wrong }, asked)).toThrow(coded('ABSENCE_PERIOD'));
  expect(() => checkAbsence({ ...absence, until: '2018-07-09' }, asked)).not.toThrow();
});

test('the level of a unit is that of its region; a zone is a county', () => {
  expect(['city', 'district', 'zone', 'town', 'village', null].map(unitLevelOf)).toEqual([
    'city',
    'county',
    'county',
    'town',
    'village',
    null,
  ]);
});
