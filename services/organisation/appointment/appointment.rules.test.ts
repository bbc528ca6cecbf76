// Every post with its place, and the places that are refused.
import { posts } from '#platform/vocabulary/caller';
import { endOf, isPeriodGrantable, misfitOf, placeOfPost } from './appointment.rules';

const none = { level: null, regionKind: null, unitKind: null };

test.each(posts)('%s fits its own place, and not the next', (post) => {
  const { level, region, unit, unitKind } = placeOfPost[post];
  const place = {
    level,
    regionKind: region === 'needed' ? level : null,
    unitKind: unitKind ?? (unit === 'needed' ? 'office' : null),
  };
  expect(misfitOf(post, place)).toBeNull();
  expect(misfitOf(post, { ...place, level: level === 'town' ? 'village' : 'town' })).not.toBeNull();
  expect(misfitOf(post, { ...place, regionKind: place.regionKind === null ? 'city' : null })).not.toBeNull();
  if (unit === 'needed') expect(misfitOf(post, { ...place, unitKind: null })?.en).toBe('needs a unit');
});

test.each([
  ['town-officer', { ...none, level: 'town', regionKind: 'district' }, 'needs a region of the kind town'],
  ['town-officer', { ...none, level: 'district', regionKind: 'district' }, 'is of the level town'],
  ['zone-officer', { ...none, level: 'zone', regionKind: 'district' }, 'needs a region of the kind zone'],
  ['hospital-clerk', { ...none, unitKind: 'payer' }, 'needs a unit of the kind hospital'],
  ['system-administrator', { ...none, level: 'city', regionKind: 'city' }, 'has no level'],
  ['helper', { ...none, regionKind: 'village' }, 'has no region'],
  ['public', { ...none, unitKind: 'office' }, 'has no unit'],
] as const)('%s is refused: %j', (post, place, why) => {
  expect(misfitOf(post, place)?.en).toContain(why);
});

test('rights are never given or taken for days gone by', () => {
  expect(isPeriodGrantable('2018-06-01', null, '2018-06-01')).toBe(true);
  expect(isPeriodGrantable('2018-05-31', null, '2018-06-01')).toBe(false);
  expect(isPeriodGrantable('2018-06-01', '2018-06-01', '2018-06-01')).toBe(false);
  expect(isPeriodGrantable('2018-06-01', '2018-06-02', '2018-06-01')).toBe(true);
});

test('an appointment that has not begun ends on the day it would begin', () => {
  expect(endOf({ validFrom: '2018-01-01' }, '2018-06-01')).toBe('2018-06-01');
  expect(endOf({ validFrom: '2018-07-01' }, '2018-06-01')).toBe('2018-07-01');
});
