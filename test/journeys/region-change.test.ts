// The abolition of Laiwu into Jinan (莱芜市并入济南市), as a drill: rights switch at once, questions as of the day before keep their answers.
import { readRegionChange, stepsOf } from '../../data/changes/read-region-change';
import { DEMO_PASSWORD } from '../../start/prepare-database';
import { arrived } from '../harness/arrived';
import { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { CITY, DAY, partOf, printOfRows, strayRows } from './drill-questions';

const file = readRegionChange('2019-01-09-laiwu-into-jinan');
const PROPOSE =
  'mutation($input: ProposeRegionChangeInput!) { proposeRegionChange(input: $input) { id state regionsConcerned } }';
const APPROVE =
  'mutation($id: ID!, $document: String!) { approveRegionChange(id: $id, documentNumber: $document) { state } }';
const EXECUTE = 'mutation($id: ID!) { executeRegionChange(id: $id) { state epoch executedAt } }';
const WATCH =
  'query($id: ID!) { regionChange(id: $id) { state documentNumber steps { verb } progress { subgraph epoch done rowsMoved } } }';
const GRANT =
  'mutation($person: ID!, $region: ID!, $from: CalendarDay!) { grantAppointment(personId: $person, post: "office-director", level: city, regionId: $region, documentNumber: "济扶组发〔2019〕1号（拟）", validFrom: $from) { id } }';
const TODAY_SUMS = (code: string) =>
  `{ regionByCode(code: "${code}") { name householdSummary(year: 2018) { households } balance(on: "${DAY}") { paid } } }`;

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

/** Answers as they came over the wire; an error is no answer to compare. */
async function answers(client: GraphClient, queries: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  for (const query of queries) {
    const { data, errors } = await arrived(client, query);
    expect([query, errors]).toEqual([query, []]);
    told.push(JSON.stringify(data));
  }
  return told;
}

async function lightUp(): Promise<void> {
  const [assessor, director] = [await world.as('city-assessor'), await world.as('city-director')];
  const { id } = (
    await assessor.get('mutation { proposeLights(quarter: "2018Q1", idempotencyKey: "drill-lights") { id } }')
  ).proposeLights;
  await director.get('mutation($id: ID!) { confirmLights(quarter: "2018Q1", roundId: $id) { id } }', { id });
}

async function approved(): Promise<string> {
  const [officer, director] = [await world.as('city-officer'), await world.as('city-director')];
  const idOf = (named: string) => world.city.regions.find(({ code, name }) => code === named || name === named)?.id;
  const input = { title: file.title, effectiveOn: file.effectiveOn, steps: stepsOf(file, idOf) };
  expect(await director.refused(PROPOSE, { input })).toBe('FORBIDDEN');
  const { id, regionsConcerned } = (await officer.get(PROPOSE, { input })).proposeRegionChange;
  expect(regionsConcerned).toBe(1 + 2 + 4 + 20 + 1070 + 1);
  expect(await officer.refused(APPROVE, { id, document: file.documentNumber })).toBe('FORBIDDEN');
  expect(await director.refused(EXECUTE, { id })).toBe('REGION_CHANGE_STATE');
  await director.get(APPROVE, { id, document: file.documentNumber });
  return id;
}

test('371200 is abolished into 370100: rights, sums and books before and after', async () => {
  const [officer, director, observer, laicheng, zone, sysadmin, secadmin] = await Promise.all(
    [
      'city-officer',
      'city-director',
      'province-observer',
      'district-laicheng',
      'zone-xueye',
      'sysadmin',
      'secadmin',
    ].map(world.as),
  );
  if (!officer || !director || !observer || !laicheng || !zone || !sysadmin || !secadmin) throw new Error('sign in');
  await lightUp();
  const id = await approved();
  const before = {
    observer: await answers(observer, CITY),
    city: await answers(director, CITY),
    laicheng: await answers(laicheng, partOf('371202')),
    rows: await printOfRows(world.sql),
    stray: await strayRows(world.sql),
  };
  expect(before.stray).toEqual([]);
  // The control: the questions tell something, and the wrong tree gives another answer.
  expect(before.observer[0]).toContain('"households":340');
  expect((await observer.ask(`{ regionByCode(code: "370100", on: "${DAY}") { id } }`)).data).toEqual({
    regionByCode: null,
  });

  const executed = (await director.get(EXECUTE, { id })).executeRegionChange;
  expect(executed).toMatchObject({ state: 'executed', epoch: 2 });

  // A lost right: the old city's posts are over in that instant, and signing in anew gives nobody the city back.
  for (const old of [director, officer])
    expect(await old.refused('{ me { person { name } } }')).toBe('UNAUTHENTICATED');
  const again = await GraphClient.signIn(world.url, 'city-director', DEMO_PASSWORD);
  expect(await again.refused('{ households(first: 1) { edges { node { id } } } }')).toBe('FORBIDDEN');
  expect(await again.refused(EXECUTE, { id })).toBe('FORBIDDEN');

  // Who reaches both sides, and who goes on, get the same answers as before.
  expect(await answers(observer, CITY)).toEqual(before.observer);
  expect(await answers(laicheng, partOf('371202'))).toEqual(before.laicheng);
  const { data: watched } = await arrived(observer, WATCH, { id });
  expect(watched.regionChange).toMatchObject({ state: 'executed', documentNumber: file.documentNumber });
  expect(watched.regionChange.progress.map(({ done }: { done: boolean }) => done)).toEqual([true, true, true, true]);

  // The tree of today: new names and codes, the old city with its successor, the zone under the new city.
  const today = await observer.get(
    `query($old: ID!) { region(id: $old) { name code validTo successor { code } } regionByCode(code: "371200") { id }
       laiwu: regionByCode(code: "370116") { name parent { name } former { name code validTo } }
       town: regionByCode(code: "370116106") { parent { name kind parent { code } } } }`,
    { old: world.city.regions.find(({ code }) => code === '371200')?.id },
  );
  expect(today).toEqual({
    region: { name: '莱芜市', code: '371200', validTo: '2019-01-09', successor: { code: '370100' } },
    regionByCode: null,
    laiwu: {
      name: '莱芜区',
      parent: { name: '济南市' },
      former: [{ name: '莱城区', code: '371202', validTo: '2019-01-09' }],
    },
    town: { parent: { name: '雪野旅游区', kind: 'zone', parent: { code: '370100' } } },
  });
  expect((await arrived(laicheng, TODAY_SUMS('370100'))).errors[0]?.extensions.code).toBe('OUT_OF_SCOPE');
  expect((await arrived(zone, TODAY_SUMS('370116'))).errors[0]?.extensions.code).toBe('OUT_OF_SCOPE');

  // A successor's post is granted by document, and gains the city with its past.
  const jinan = (await observer.get('{ regionByCode(code: "370100") { id } }')).regionByCode.id;
  const person = world.city.demoAccounts.find(({ account }) => account === 'city-assessor')?.personId;
  const { rows } = await world.sql.query(`select ((now() at time zone 'Asia/Shanghai')::date)::text as today`);
  const old = world.city.regions.find(({ code }) => code === '371200')?.id;
  expect(await secadmin.refused(GRANT, { person, region: old, from: rows[0].today })).toBe('NOT_FOUND');
  await secadmin.get(GRANT, { person, region: jinan, from: rows[0].today });
  const successor = await GraphClient.signIn(world.url, 'city-assessor', DEMO_PASSWORD);
  expect(await answers(successor, CITY)).toEqual(before.city);
  const { data } = await arrived(successor, TODAY_SUMS('370100'));
  expect(data.regionByCode).toMatchObject({ name: '济南市', householdSummary: { households: 340 } });

  // Not one row has changed but for its path, and every path is that of a region.
  const after = await printOfRows(world.sql);
  expect(Object.keys(after).length).toBeGreaterThan(20);
  const { 'organisation.region_change': _changed, ...unchanged } = after;
  expect(unchanged).toEqual(before.rows);
  expect(await strayRows(world.sql)).toEqual([]);

  // Twice is refused.
  expect(await successor.refused(EXECUTE, { id })).toBe('REGION_CHANGE_STATE');
}, 120_000);
