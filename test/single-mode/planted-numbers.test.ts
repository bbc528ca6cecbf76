// Planted numbers (S19): 500 identity and card numbers go in by every door of the graph, and none stands in plain in data files, WAL, a dump, files or logs.
import { randomUUID } from 'node:crypto';
import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { turnDownLog, turnUpLog, written } from '../walls/loud-log';
import { foundIn, foundInDump, foundInFiles } from './find-plain-numbers';
import { bankCard, idNumber, person, planted } from './numbers-to-plant';

let world: World;
beforeAll(async () => {
  turnUpLog();
  world = await openWorld({ mode: 'in-process', unheard: true });
  // A checkpoint takes old segments of the WAL away: what was written into them is to be looked for too.
  await keepWal(`set wal_keep_size = '1GB'`);
});
afterAll(async () => {
  await keepWal('reset wal_keep_size');
  await world.close();
  turnDownLog();
});

async function keepWal(change: string): Promise<void> {
  await world.sql.query(`alter system ${change}`);
  await world.sql.query('select pg_reload_conf()');
}

const key = () => `planted-${randomUUID()}`;
const done: Record<string, number> = {};
async function plant(door: string, client: GraphClient, query: string, variables: Record<string, unknown>) {
  const { data, errors } = await client.ask(query, variables);
  // Of a batch each row tells its own refusal.
  const [row] = (Object.values(data ?? {}).find(Array.isArray) ?? []) as { refusal?: { code: string } | null }[];
  const end = errors[0]?.extensions.code ?? row?.refusal?.code ?? 'taken';
  done[`${door} ${end}`] = (done[`${door} ${end}`] ?? 0) + 1;
  return data as Record<string, { id?: string; members?: { id: string }[] } | null> | null;
}

test('500 numbers go in by every door', async () => {
  const [town, village, district, hospital, citizen, helper, city] = await Promise.all(
    [
      'town-kouzhen',
      'village-kouzhen',
      'district-laicheng',
      'hospital-window',
      'citizen',
      'helper-kouzhen',
      'city-officer',
    ].map((account) => world.as(account)),
  );
  if (!town || !village || !district || !hospital || !citizen || !helper || !city)
    throw new Error('an account is missing');
  const place = world.city.regions.find((each) => each.code === '371202100');
  const villageId = world.city.regions.find((each) => each.parentId === place?.id)?.id as string;
  const household = world.city.households.find((each) => each.path.startsWith(place?.path as string));
  const paired = await helper.get<{ households: { edges: { node: { id: string } }[] } }>(
    '{ households(first: 1) { edges { node { id } } } }',
  );
  const visited = paired.households.edges[0]?.node.id;
  const members: string[] = [];
  for (let i = 0; i < 60; i++) {
    const input = {
      regionId: villageId,
      standard: 'provincial',
      type: 'general-poor',
      mainCause: 'illness',
      address: '村东头 3 号',
      bankName: '农村信用社',
      bankCard: bankCard(),
      registeredOn: '2018-03-01',
      members: [person(idNumber(), 'head'), person(idNumber(), 'spouse')],
    };
    const made = await plant(
      'registerHousehold',
      town,
      'mutation($input: HouseholdInput!, $key: String!) { registerHousehold(input: $input, idempotencyKey: $key) { id members { id } } }',
      { input, key: key() },
    );
    const [first] = made?.registerHousehold?.members ?? [];
    if (first) members.push(first.id);
    await plant(
      'addMember',
      town,
      'mutation($id: ID!, $member: MemberInput!) { addMember(householdId: $id, member: $member) { id } }',
      {
        id: made?.registerHousehold?.id,
        member: person(idNumber(), 'child'),
      },
    );
  }
  const rows = [...Array(120)].map(() => ({ idNumber: idNumber(), fact: '某某商贸公司' }));
  const compared =
    'mutation($input: ComparisonInput!, $key: String!) { submitComparison(input: $input, idempotencyKey: $key) { id } }';
  const known = [...planted].filter((number) => number.length === 18).slice(0, 40);
  const list = [...rows, ...known.map((number) => ({ idNumber: number, fact: '某某商贸公司' }))];
  await plant('submitComparison', district, compared, {
    input: { kind: 'company', bureau: '工商局', asOf: '2018-06-01', rows: list },
    key: key(),
  });
  const words: [string, GraphClient, string, (number: string) => Record<string, unknown>][] = [
    [
      'searchRegister',
      town,
      'query($text: String!) { searchRegister(text: $text) { edges { node { id } } } }',
      (text) => ({ text }),
    ],
    [
      'revealMember',
      town,
      'mutation($id: ID!, $reason: String!) { revealMember(memberId: $id, reason: $reason) { idNumber } }',
      (number) => ({ id: members[0], reason: `核对证件 ${number}` }),
    ],
    [
      'recordVisits',
      helper,
      'mutation($visits: [VisitInput!]!) { recordVisits(visits: $visits) { id refusal { code } } }',
      (number) => {
        const told = { visitedOn: '2018-11-02', met: '户主', content: `身份证 ${number}`, measure: 'industry' };
        return { visits: [{ id: randomUUID(), householdId: visited, ...told }] };
      },
    ],
    [
      'fileDataComplaint',
      village,
      'mutation($input: DataComplaintInput!) { fileDataComplaint(input: $input) { id } }',
      (number) => ({
        input: { householdId: household?.id, figure: 'type', forHousehold: true, told: `应为 ${number}` },
      }),
    ],
    [
      'fileOwnDataComplaint',
      citizen,
      'mutation($input: OwnDataComplaintInput!) { fileOwnDataComplaint(input: $input) }',
      (number) => ({ input: { regionId: villageId, idNumber: number, figure: 'health', told: '本人残疾' } }),
    ],
    [
      'fileReport',
      citizen,
      'mutation($id: ID!, $content: String!) { fileReport(regionId: $id, content: $content) { id } }',
      (number) => ({ id: villageId, content: `反映 ${number}` }),
    ],
    [
      'recordFinding',
      district,
      'mutation($input: RecordFindingInput!) { recordFinding(input: $input) { id } }',
      (number) => ({
        input: { regionId: place?.id, category: 'policy', foundOn: '2018-06-01', content: `身份证 ${number}` },
      }),
    ],
    [
      'admitPatient',
      hospital,
      'mutation($input: AdmitPatientInput!, $key: String!) { admitPatient(input: $input, idempotencyKey: $key) { id } }',
      (number) => ({ input: { idNumber: number, admittedOn: '2018-05-02' }, key: key() }),
    ],
    ['member', town, 'query($id: ID!) { member(id: $id) { id } }', (id) => ({ id })],
    [
      'householdByNumber',
      city,
      'query($number: String!) { householdByNumber(number: $number) { id } }',
      (number) => ({ number }),
    ],
  ];
  for (let i = 0; planted.size < 500; i++) {
    const [door, client, query, variables] = words[i % words.length] as (typeof words)[number];
    await plant(door, client, query, variables(i % 3 === 0 ? bankCard() : idNumber()));
  }
  expect(planted.size).toBe(500);
  expect(done).toMatchObject({
    'registerHousehold taken': 60,
    'addMember taken': 60,
    'submitComparison taken': 1,
    'revealMember PERSONAL_NUMBER_IN_TEXT': expect.any(Number),
    'recordVisits PERSONAL_NUMBER_IN_TEXT': expect.any(Number),
    'fileDataComplaint PERSONAL_NUMBER_IN_TEXT': expect.any(Number),
    'fileOwnDataComplaint taken': expect.any(Number),
    'fileReport PERSONAL_NUMBER_IN_TEXT': expect.any(Number),
    'searchRegister taken': expect.any(Number),
  });
}, 120_000);

test('none of them stands in a dump, in the data files, the WAL, the kept files or the logs', async () => {
  expect(await foundInDump(world, planted)).toEqual([]);
  expect(await foundInFiles(world, planted)).toEqual([]);
  expect(written.join('').length).toBeGreaterThan(10_000);
  expect(foundIn(written.join(''), planted)).toEqual([]);
}, 120_000);

test('the control: one number written in plain is found in the dump, in a data file and in the WAL', async () => {
  const number = [...planted][7] as string;
  await world.sql.query('create table households.leak (told text)');
  await world.sql.query('insert into households.leak values ($1)', [`号码 ${number} 在此`]);
  expect(await foundInDump(world, planted)).toEqual([`households.leak: ${number}`]);
  const files = await foundInFiles(world, planted);
  expect(files.some((path) => path.includes('/base/'))).toBe(true);
  expect(files.some((path) => path.includes('/pg_wal/'))).toBe(true);
  expect(foundIn(`reason: ${number}.`, planted)).toEqual([number]);
}, 120_000);
