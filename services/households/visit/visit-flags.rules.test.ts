// What is odd about a visit: each flag from its measure on, and not a step before it.
import { shippedPacks } from '../../../data/load/shipped-packs';
import {
  flagsOf,
  type KnownBefore,
  metresBetween,
  sharePerMille,
  type ToldVisit,
  VisitFlagKind,
} from './visit-flags.rules';
import { type VisitPack, visitPackKind } from './visit-pack.rules';

const [pack] = shippedPacks('visit-rules', visitPackKind) as [VisitPack];
const kouzhen = { latitude: 36_300_000, longitude: 117_700_000, accuracy: 20 };
const told: ToldVisit = {
  visitedOn: '2018-05-10',
  visitedAt: new Date('2018-05-10T02:00:00Z'),
  spot: kouzhen,
  content: '查看房屋和饮水，商量生姜种植，约定下月一起去合作社看苗',
  photos: [],
};
const before: KnownBefore = {
  now: new Date('2018-05-10T08:00:00Z'),
  sentAt: new Date('2018-05-10T08:00:00Z'),
  photosElsewhere: [],
  sameText: null,
  texts: [],
  places: [],
};
const kinds = (visit: Partial<ToldVisit>, known: Partial<KnownBefore> = {}) =>
  flagsOf({ ...told, ...visit }, { ...before, ...known }, pack).map(({ kind }) => kind);

test('nothing is odd about an honest visit', () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ visitedAt: null, spot: null }, { sentAt: null })).toEqual([]);
});

test('a photo that stands in another visit is flagged, and the facts do not say in whose', () => {
  const [flag] = flagsOf(told, { ...before, photosElsewhere: ['other'] }, pack);
  expect(flag).toEqual({ kind: VisitFlagKind.duplicatePhoto, facts: { photos: 1 }, otherVisitId: 'other' });
});

test('nobody is in two places far apart: the errors of the phones and a road speed are allowed for', () => {
  const at = (minutes: number, north: number, accuracy = 20) => ({
    id: 'v',
    at: new Date(Date.parse('2018-05-10T02:00:00Z') + minutes * 60_000),
    latitude: kouzhen.latitude + north,
    longitude: kouzhen.longitude,
    accuracy,
  });
  expect(Math.round(metresBetween(kouzhen, at(0, 100_000)))).toBe(11_119);
  expect(kinds({}, { places: [at(7, 100_000)] })).toEqual(['impossible-travel']);
  expect(kinds({}, { places: [at(-7, 100_000)] })).toEqual(['impossible-travel']);
  expect(kinds({}, { places: [at(8, 100_000)] })).toEqual([]);
  expect(kinds({}, { places: [at(0, 26_000)] })).toEqual([]);
  expect(kinds({}, { places: [at(0, 28_000)] })).toEqual(['impossible-travel']);
  expect(kinds({}, { places: [at(0, 28_000, 500)] })).toEqual([]);
});

test('told more than a week after is late', () => {
  const now = (day: string) => ({ now: new Date(`${day}T08:00:00Z`), sentAt: new Date(`${day}T08:00:00Z`) });
  expect(kinds({}, now('2018-05-17'))).toEqual([]);
  expect(kinds({}, now('2018-05-18'))).toEqual(['written-late']);
});

test('a phone whose clock is off is told, and so is a moment on another day than the visit', () => {
  expect(kinds({}, { sentAt: new Date('2018-05-10T08:30:00Z') })).toEqual([]);
  expect(kinds({}, { sentAt: new Date('2018-05-10T07:29:00Z') })).toEqual(['clock-off']);
  expect(kinds({ visitedAt: new Date('2018-05-10T09:00:00Z') })).toEqual(['clock-off']);
  expect(kinds({ visitedOn: '2018-05-09' })).toEqual(['clock-off']);
});

test('a copied text is found with other punctuation, or a few words changed; short ones are alike anyway', () => {
  const earlier = (content: string) => ({ texts: [{ id: 'v', content }] });
  expect(kinds({}, earlier('查看房屋和饮水。商量生姜种植；约定下月一起去合作社看苗！'))).toEqual(['copied-text']);
  expect(kinds({}, earlier('查看房屋和饮水，商量生姜种植，约定下月一起去合作社看看'))).toEqual(['copied-text']);
  expect(kinds({}, earlier('陪同到卫生院复诊，登记慢性病用药，提醒按时服药，联系家庭医生'))).toEqual([]);
  expect(kinds({}, { sameText: 'v' })).toEqual(['copied-text']);
  expect(kinds({ content: '核对收入' }, { ...earlier('核对收入'), sameText: 'v' })).toEqual([]);
  expect(sharePerMille('abcdef', 'abcdef')).toBe(1000);
  expect(sharePerMille('abcd', 'abce')).toBe(333);
  expect(sharePerMille('', '')).toBe(0);
});
