// One open supervision of each set for the demo city, both released: a bulletin to the health commission, and a tour of three towns with its marks.
import { isOwnSite } from '../../services/assessments/tour/tour.rules';
import type { City, RegionRow } from './city';
import { idOf } from './ids';
import { prng } from './prng';

const SEED = 371_200;

export interface SupervisionRow {
  id: string;
  issuerId: string;
  regionId: string;
  path: string;
  quarter: string;
  set: 'units' | 'regions';
  form: 'bulletin' | 'tour';
  topic: string;
  startsOn: string;
  endsOn: string;
  subjects: { id: string; unitId: string | null; regionId: string; path: string }[];
}

export interface TourRow {
  id: string;
  sites: { id: string; title: string; visitedOn: string; regionId: string; subjectId: string }[];
  participants: { id: string; personId: string; unitId: string | null; capacity: string }[];
  marks: { id: string; siteId: string; personId: string; points: number }[];
}

type Founded = Pick<City, 'regions' | 'units' | 'persons' | 'appointments' | 'demoAccounts'>;

export function bulletinSupervision(city: Founded): SupervisionRow {
  const whole = regionOf(city, '371200');
  const health = city.units.find(({ code }) => code === 'health-commission');
  if (!health) throw new Error('the generated city has no health commission');
  const subject = { id: idOf(SEED, 'supervision-subject', 'health'), unitId: health.id, ...placeOf(whole) };
  return {
    ...{ id: idOf(SEED, 'supervision', 'bulletin'), issuerId: personOf(city, 'inspector'), ...placeOf(whole) },
    ...{ quarter: '2018Q2', set: 'units', form: 'bulletin', topic: '健康扶贫政策落实', subjects: [subject] },
    ...{ startsOn: '2018-05-07', endsOn: '2018-05-09' },
  };
}

const shown = [
  ['371202100', '371202100207', '合作社蔬菜大棚'],
  ['371202106', null, '村级光伏电站'],
  ['371203100', null, '扶贫车间'],
] as const;

export function tourSupervision(city: Founded): SupervisionRow {
  const subjects = shown.map(([code]) => {
    const town = regionOf(city, code);
    return { id: idOf(SEED, 'supervision-subject', `tour/${code}`), unitId: null, ...placeOf(town) };
  });
  return {
    ...{ id: idOf(SEED, 'supervision', 'tour'), issuerId: personOf(city, 'city-officer') },
    ...placeOf(regionOf(city, '371200')),
    ...{ quarter: '2018Q2', set: 'regions', form: 'tour', topic: '产业扶贫项目观摩', subjects },
    ...{ startsOn: '2018-06-11', endsOn: '2018-06-12' },
  };
}

const travellers = [
  ['city-finance', '市财政局'],
  ['city-assessor', '市扶贫办考核组'],
  ['inspector', '市督查组'],
  ['unit-health', '成员单位代表'],
  ['district-gangcheng', '钢城区代表'],
  ['town-kouzhen', '口镇代表'],
] as const;

export function tourOf(city: Founded, { id: supervisionId, subjects, path }: SupervisionRow): TourRow {
  const sites = shown.map(([code, village, title], at) => {
    const town = regionOf(city, code);
    const place = village ? regionOf(city, village) : city.regions.find(({ parentId }) => parentId === town.id);
    if (!place) throw new Error(`no village of ${code} to be shown`);
    const [visitedOn, subjectId] = [at < 2 ? '2018-06-11' : '2018-06-12', subjects[at]?.id ?? ''];
    return { id: idOf(SEED, 'tour-site', code), title, visitedOn, regionId: place.id, subjectId };
  });
  const participants = travellers.map(([account, capacity]) => {
    const personId = personOf(city, account);
    const unitId = city.persons.find(({ id }) => id === personId)?.unitId ?? null;
    return { id: idOf(SEED, 'tour-participant', account), personId, unitId, capacity };
  });
  const marks = participants.flatMap(({ personId, unitId }) => {
    const held = city.appointments.find((each) => each.personId === personId);
    const own = city.regions.find(({ id }) => id === held?.regionId)?.path ?? path;
    const marker = { unitIds: [unitId], path: own, ofCity: path.startsWith(own) };
    return sites.flatMap(({ id: siteId, subjectId }) => {
      const subject = subjects.find(({ id }) => id === subjectId);
      if (!subject || isOwnSite(marker, subject)) return [];
      const points = prng(SEED, 'tour-mark', siteId, personId).between(78, 96);
      return [{ id: idOf(SEED, 'tour-mark', `${siteId}/${personId}`), siteId, personId, points }];
    });
  });
  return { id: idOf(SEED, 'tour', supervisionId), sites, participants, marks };
}

const placeOf = ({ id: regionId, path }: RegionRow) => ({ regionId, path });

function regionOf({ regions }: Founded, code: string): RegionRow {
  const found = regions.find((each) => each.code === code);
  if (!found) throw new Error(`the generated city has no region ${code}`);
  return found;
}

export function personOf({ demoAccounts }: Pick<City, 'demoAccounts'>, account: string): string {
  const found = demoAccounts.find((each) => each.account === account);
  if (!found) throw new Error(`demo-accounts.json has no ${account}`);
  return found.personId;
}
