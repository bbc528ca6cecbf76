// Visits: told after they took place, by whoever was paired or stood in then.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { checkVisit } from './visit.rules';

const told = { visitedOn: '2018-05-10', met: '户主', content: '核对收入', measure: 'policy-briefing' };
const visit = { id: '01890000-0000-7000-8000-000000000001', ...told };
const kept = { ...told, problem: null, spot: null, photos: [] };
const ground = { today: '2018-05-10', registeredOn: '2015-03-01', mostPhotos: 2 };
const right = (validFrom: string, validTo: string | null = null) => ({ ...ground, right: { validFrom, validTo } });
const coded = (code: string) => expect.objectContaining({ code });

test('a helper records from the day of the pairing on, and only while it lasts', () => {
  expect(checkVisit(visit, right('2018-05-10'))).toEqual(kept);
  expect(() => checkVisit(visit, right('2018-05-11'))).toThrow(coded('VISIT_BEFORE_PAIRING'));
  expect(() => checkVisit(visit, { ...ground, right: null })).toThrow(coded('NOT_PAIRED'));
  expect(checkVisit(visit, right('2018-05-01', '2018-05-11'))).toEqual(kept);
  expect(() => checkVisit(visit, right('2018-05-01', '2018-05-10'))).toThrow(coded('NOT_PAIRED'));
});

test('a first secretary needs no pairing, but the household must be registered', () => {
  expect(checkVisit(visit, ground)).toEqual(kept);
  expect(() => checkVisit({ ...visit, visitedOn: '2015-02-28' }, ground)).toThrow(coded('VISIT_BEFORE_REGISTRATION'));
});

test('tomorrow has not been visited', () => {
  expect(() => checkVisit({ ...visit, visitedOn: '2018-05-11' }, ground)).toThrow(coded('VISIT_IN_FUTURE'));
});

test('a place is kept in millionths of a degree, photos once each', () => {
  const hash = 'a'.repeat(64);
  const place = { latitude: 36.2999999, longitude: 117.7, accuracy: 12 };
  const checked = checkVisit({ ...visit, place, photos: [hash, hash], problem: ' 屋顶漏雨 ' }, ground);
  expect(checked).toEqual({
    ...kept,
    problem: '屋顶漏雨',
    photos: [hash],
    spot: { latitude: 36_300_000, longitude: 117_700_000, accuracy: 12 },
  });
});

test.each([
  ['id', { id: 'visit-1' }],
  ['content', { content: '' }],
  ['met', { met: ' ' }],
  ['measure', { measure: 'tea' }],
  ['problem', { problem: '漏' }],
  ['latitude', { place: { latitude: 91, longitude: 0, accuracy: 1 } }],
  ['longitude', { place: { latitude: 0, longitude: Number.NaN, accuracy: 1 } }],
  ['accuracy', { place: { latitude: 0, longitude: 0, accuracy: -1 } }],
  ['photos', { photos: ['A'.repeat(64)] }],
  ['photos', { photos: ['a', 'b', 'c'].map((each) => each.repeat(64)) }],
])('%s is named when it is wrong', (field, wrong) => {
  expect(() => checkVisit({ ...visit, ...wrong }, ground)).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ field }) }),
  );
});

test('the day turns in Beijing, not in Greenwich', () => {
  expect(beijingDay(new Date('2018-05-09T15:59:59Z'))).toBe('2018-05-09');
  expect(beijingDay(new Date('2018-05-09T16:00:00Z'))).toBe('2018-05-10');
});
