// What arguments are drawn from: ids and codes that the world really has, inside and outside of anybody's scope, and values that are wrong.
import { randomUUID } from 'node:crypto';
import { cursorOf } from '#platform/database/page';
import { posts } from '#platform/vocabulary/caller';
import type { World } from '../harness/world';

export type Values = Readonly<Record<string, readonly unknown[]>>;

/** Each kind of thing and the table that has its ids. */
const tables: Readonly<Record<string, string>> = {
  region: 'organisation.region',
  unit: 'organisation.unit',
  person: 'organisation.person',
  account: 'organisation.account',
  appointment: 'organisation.appointment',
  household: 'households.household',
  member: 'households.member',
  visit: 'households.visit',
  task: 'assessments.task',
  inspection: 'assessments.inspection',
  light: 'assessments.light',
  report: 'assessments.public_report',
  allotment: 'funds.allotment',
  allotmentLine: 'funds.allotment_line',
  disbursement: 'funds.disbursement',
  journal: 'funds.journal',
  stay: 'funds.stay',
  settlement: 'funds.settlement',
};

const PLACES_FIRST = 60;
const MOST = 250;

export async function worldValues({ sql, city }: Pick<World, 'sql' | 'city'>): Promise<Values> {
  const values: Record<string, readonly unknown[]> = {};
  for (const [kind, table] of Object.entries(tables)) {
    const { rows } = await sql.query<{ id: string }>(`select id from ${table} order by md5(id::text) limit ${MOST}`);
    values[kind] = rows.map(({ id }) => id);
  }
  // The city, its districts, zones and towns are asked for more often than its thousand villages.
  const places = city.regions.filter(({ kind }) => kind !== 'village').map(({ id }) => id);
  const near = nearTheDemoAccounts(city);
  const codes = await sql.query<{ name: string; code: string }>(
    'select dictionary as name, code from organisation.dictionary_entry order by 1, 2',
  );
  return {
    ...values,
    region: [...places.slice(0, PLACES_FIRST), ...(values.region ?? []).slice(0, PLACES_FIRST / 2), ...near.regions],
    household: [...near.households, ...(values.household ?? []).slice(0, near.households.length * 2)],
    member: [...near.members, ...(values.member ?? []).slice(0, near.members.length * 2)],
    regionCode: [...city.regions.slice(0, MOST).map(({ code }) => code)],
    unitCode: city.units.map(({ code }) => code),
    householdNumber: city.households.slice(0, MOST).map(({ number }) => number),
    idNumber: city.members.slice(0, MOST).map(({ idNumber }) => idNumber),
    dictionary: [...new Set(codes.rows.map(({ name }) => name))],
    dictionaryCode: codes.rows.map(({ code }) => code),
    post: posts,
    nameBegins: ['莱', '口', '王', '李', '张', '市', '%', '_', '', '莱城区'],
    quarter: ['2018Q1', '2018Q2', '2018Q3', '2018Q4', '2017Q4', '2019Q1', '2018Q5', '2018', '', '1018Q1'],
    day: ['2018-05-02', '2018-12-31', '2017-01-01', '2019-02-29', '2018-13-01', 'today', ''],
    year: [2018, 2018, 2018, 2017, 2016, 2019, 2015, 0, -1, 99_999, 2_147_483_647],
    rows: [1, 2, 3, 3, 5, 2, 1, 4, 0, -1, 20, 200, 201],
    action: ['households', 'signIn', 'me', 'fileReport', 'releaseInspection', 'nothing'],
    text: ['nothing', '', '口镇', '1', 'null', 'ab"c\\d', 'x'.repeat(300), '\u0000', '😀'],
    cursor: ['', 'x', cursorOf(1), cursorOf('a', 'b'), cursorOf('0001/', 'x', 3), cursorOf('', randomUUID())],
    stranger: ['00000000-0000-7000-8000-00000000dead', 'no-uuid', '', '1', "' or true --"],
  };
}

/** Without these most draws would miss what a town, a village or a helper may see. */
function nearTheDemoAccounts(city: World['city']) {
  const town = city.regions.find(({ code }) => code === '371202100');
  const inTown = city.households.filter(({ path }) => path.startsWith(town?.path ?? '?')).slice(0, 40);
  const paired = new Set(
    city.pairings
      .filter(({ helperId }) => city.demoAccounts.some(({ personId }) => personId === helperId))
      .map(({ householdId }) => householdId),
  );
  const households = [...city.households.filter(({ id }) => paired.has(id)), ...inTown];
  return {
    households: households.map(({ id }) => id),
    members: households.map(({ headMemberId }) => headMemberId),
    regions: [...new Set(households.map(({ regionId }) => regionId)), ...(town ? [town.id, town.id] : [])],
  };
}
