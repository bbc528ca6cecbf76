// Visits: told after they took place, by whoever was paired then.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { checkVisit } from './visit.rules';

const visit = { visitedOn: '2018-05-10', met: '户主', content: '核对收入', measure: 'policy-briefing' };
const ground = { today: '2018-05-10', registeredOn: '2015-03-01' };
const coded = (code: string) => expect.objectContaining({ code });

test('a helper records from the day of the pairing on', () => {
  expect(checkVisit(visit, { ...ground, pairing: { validFrom: '2018-05-10' } })).toEqual(visit);
  expect(() => checkVisit(visit, { ...ground, pairing: { validFrom: '2018-05-11' } })).toThrow(
    coded('VISIT_BEFORE_PAIRING'),
  );
  expect(() => checkVisit(visit, { ...ground, pairing: null })).toThrow(coded('NOT_PAIRED'));
});

test('a first secretary needs no pairing, but the household must be registered', () => {
  expect(checkVisit(visit, ground)).toEqual(visit);
  expect(() => checkVisit({ ...visit, visitedOn: '2015-02-28' }, ground)).toThrow(coded('VISIT_BEFORE_REGISTRATION'));
});

test('tomorrow has not been visited', () => {
  expect(() => checkVisit({ ...visit, visitedOn: '2018-05-11' }, ground)).toThrow(coded('VISIT_IN_FUTURE'));
});

test.each([
  ['content', { content: '' }],
  ['met', { met: ' ' }],
  ['measure', { measure: 'tea' }],
])('%s is named when it is wrong', (field, wrong) => {
  expect(() => checkVisit({ ...visit, ...wrong }, ground)).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ field }) }),
  );
});

test('the day turns in Beijing, not in Greenwich', () => {
  expect(beijingDay(new Date('2018-05-09T15:59:59Z'))).toBe('2018-05-09');
  expect(beijingDay(new Date('2018-05-09T16:00:00Z'))).toBe('2018-05-10');
});
