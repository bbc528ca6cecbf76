// People stationed in villages: where, which days count, and who confirms a month of them.
import { checkEnd, checkMonth, checkSiteDay, checkStationing, monthOf } from './stationing.rules';

const code = (expected: string) => expect.objectContaining({ code: expected });
const station = { personId: 'secretary', validFrom: '2018-01-10', validTo: '2018-06-01' };
const recorder = { personId: 'secretary', post: 'first-secretary' };

test('people are stationed in villages, by a document', () => {
  const form = { documentNumber: '莱组发〔2018〕3号', validFrom: '2018-01-01' };
  expect(() => checkStationing(form, { kind: 'village' })).not.toThrow();
  expect(() => checkStationing(form, { kind: 'town' })).toThrow(code('STATIONED_IN_VILLAGES'));
  expect(() => checkStationing({ ...form, documentNumber: ' ' }, { kind: 'village' })).toThrow(code('INVALID_INPUT'));
  expect(() => checkEnd({ ...station, validTo: null }, '2018-01-09')).toThrow(code('INVALID_INPUT'));
  expect(() => checkEnd(station, '2018-07-01')).toThrow(code('STATION_ENDED'));
});

test('a day is recorded by oneself or the town, inside the stationing and not ahead', () => {
  const record = (day: string, by: object = {}, content = '入户核对收入') =>
    checkSiteDay(station, { day, content }, { ...recorder, ...by }, '2018-05-20');
  expect(() => record('2018-05-20')).not.toThrow();
  expect(() => record('2018-05-20', { personId: 'town', post: 'town-officer' })).not.toThrow();
  expect(() => record('2018-05-20', { personId: 'clerk', post: 'village-clerk' })).toThrow(code('SITE_DAY_OF_OTHER'));
  for (const day of ['2018-05-21', '2018-01-09', '2018-06-01'])
    expect(() => record(day)).toThrow(code('SITE_DAY_OUTSIDE'));
  expect(() => record('2018-05-20', {}, '无')).toThrow(code('INVALID_INPUT'));
});

test('a month is confirmed by nobody who was there, recorded it, or stands for one of these', () => {
  const waiting = [{ personId: 'secretary', recordedBy: 'town', recordedFor: 'head' }];
  const by = (personId: string, standsFor: string[] = []) => ({ personId, principalId: null, standsFor });
  expect(() => checkMonth(waiting, by('district'))).not.toThrow();
  for (const own of [by('secretary'), by('town'), by('head'), by('deputy', ['secretary']), by('deputy', ['head'])])
    expect(() => checkMonth(waiting, own)).toThrow(code('SITE_DAY_OWN'));
  expect(() => checkMonth([], by('district'))).toThrow(code('NO_SITE_DAYS_TO_CONFIRM'));
});

test('a month is a half-open period', () => {
  expect(monthOf('2018-12')).toEqual({ from: '2018-12-01', until: '2019-01-01' });
  expect(monthOf('2018-09')).toEqual({ from: '2018-09-01', until: '2018-10-01' });
  expect(() => monthOf('2018-13')).toThrow(code('INVALID_INPUT'));
});
