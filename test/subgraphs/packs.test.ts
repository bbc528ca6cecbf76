// Rule packs through the graph: drafted and checked, approved by a second person, following one another, withdrawn only before their first day.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const DRAFT =
  'mutation($kind: String!, $content: String!, $gap: String) { draftAssessmentsPack(kind: $kind, content: $content, gapReason: $gap) { id hash status region { id } draftedBy { id } follows { name } changes { path before after } } }';
const APPROVE =
  'mutation($id: ID!, $hash: String!) { approveAssessmentsPack(id: $id, hash: $hash, documentNumber: "莱扶组发〔2019〕1号") { id status inForceTo approvedBy { id } } }';
const WITHDRAW =
  'mutation($id: ID!) { withdrawAssessmentsPack(id: $id, reason: "另行研究") { id status withdrawnBy { id } } }';
const FLAWS =
  'query($kind: String!, $content: String!) { assessmentsPackFlaws(kind: $kind, content: $content) { path zh en } }';
const LIST =
  'query($s: PackStatus) { assessmentsPacks(kind: "light", status: $s) { edges { node { id name inForceTo shipped documentNumber } } } }';

const shipped = (): Data => JSON.parse(readFileSync(join(projectRoot, 'data/lights/towns-2018.json'), 'utf8')) as Data;
const pack = (name: string, effectiveFrom: string, change: (json: Data) => void = () => undefined) => {
  const json = { ...shipped(), name, effectiveFrom, effectiveTo: null };
  change(json);
  return JSON.stringify(json);
};
const draft = (content: string, account = 'city-assessor', gap: string | null = null, kind = 'light') =>
  desk.ask(desk.as(account), DRAFT, { kind, content, gap });
const approve = ({ id, hash }: Data, account = 'city-director') => desk.ask(desk.as(account), APPROVE, { id, hash });
const names = async (account: string, s?: string) =>
  (await desk.ask(desk.as(account), LIST, { s })).data.assessmentsPacks.edges.map(({ node }: Data) => node.name);

test('what ships is in force by document, for the towns below as for the city, and nobody drafted it', async () => {
  const town = desk.as('town-kouzhen');
  const query =
    'query($r: ID!, $on: CalendarDay!) { assessmentsPackInForce(kind: "light", regionId: $r, on: $on) { name shipped documentNumber draftedBy { id } inForceTo status } }';
  const ask = (on: string) => desk.ask(town, query, { r: town.regionId, on });
  expect((await ask('2018-12-31')).data.assessmentsPackInForce).toEqual({
    name: 'towns-2018',
    shipped: true,
    documentNumber: '莱扶组发〔2018〕44号（拟）',
    draftedBy: null,
    inForceTo: '2019-01-01',
    status: 'approved',
  });
  expect((await ask('2019-01-01')).data.assessmentsPackInForce).toBeNull();
  expect((await ask('2017-12-31')).data.assessmentsPackInForce).toBeNull();
  expect((await desk.ask(town, query, { r: desk.as('city-director').regionId, on: '2018-12-31' })).data).toEqual({
    assessmentsPackInForce: null,
  });
});

test('every flaw is told by its place, without storing anything; a draft is refused by the first', async () => {
  const ill = pack('ill', '2019-02-01', (json) => {
    json.triggers[0].n = 0;
    json.triggers[1].source = 'hearsay';
    json.extra = 1;
  });
  const { data } = await desk.ask(desk.as('city-assessor'), FLAWS, { kind: 'light', content: ill });
  expect(data.assessmentsPackFlaws.map(({ path }: Data) => path)).toEqual([
    'triggers.0.n',
    'extra',
    'triggers.1.source',
  ]);
  expect((await draft(ill)).codes).toEqual(['PACK_FLAWED']);
  expect((await draft(pack('ill', '2019-02-01'))).text).toContain('effectiveFrom');
  const elsewhere = pack('ill', '2019-01-01', (json) => (json.region = '370102'));
  expect((await draft(elsewhere)).text).toContain('"path":"region"');
  expect((await draft('{')).codes).toEqual(['INVALID_INPUT']);
  expect((await draft(pack('x', '2019-01-01'), 'city-assessor', null, 'nothing')).codes).toEqual(['PACK_KIND_UNKNOWN']);
  for (const account of ['city-director', 'town-kouzhen', 'inspector', 'citizen'])
    expect((await draft(pack('x', '2019-01-01'), account)).codes).toEqual(['FORBIDDEN']);
  expect(await names('city-director', 'draft')).toEqual([]);
});

test('a second person approves what was looked at, and the pack takes over on its first day', async () => {
  const content = pack('towns-2019', '2019-01-01', (json) => {
    json.triggers[0].n = 2;
  });
  const { data } = await draft(content);
  const made = data.draftAssessmentsPack;
  expect(made).toMatchObject({ status: 'draft', follows: { name: 'towns-2018' } });
  expect(made.changes).toContainEqual({ path: 'triggers[last-three].n', before: 3, after: 2 });
  expect(await names('town-kouzhen', 'draft')).toEqual([]);
  expect(await names('unit-health', 'draft')).toEqual([]);
  expect(await names('city-director', 'draft')).toEqual(['towns-2019']);
  expect((await approve(made, 'city-assessor')).codes).toEqual(['FORBIDDEN']);
  const same = { ...desk.as('city-director'), personId: desk.as('city-assessor').personId };
  expect((await desk.ask(same, APPROVE, { id: made.id, hash: made.hash })).codes).toEqual(['PACK_FOUR_EYES']);
  expect((await approve({ ...made, hash: '0'.repeat(64) })).codes).toEqual(['PACK_CHANGED']);
  expect((await approve(made)).data.approveAssessmentsPack).toMatchObject({ status: 'approved', inForceTo: null });
  expect((await approve(made)).codes).toEqual(['PACK_SETTLED']);
  expect(await names('town-kouzhen')).toEqual(['towns-2019', 'towns-2018']);
});

test('none is put in between; what is in effect is followed, not withdrawn; what is to come may be withdrawn, and the one before holds on', async () => {
  const early = (await draft(pack('early', '2018-07-01'))).data.draftAssessmentsPack;
  expect((await approve(early)).codes).toEqual(['PACK_LATER_STANDS']);
  expect((await desk.ask(desk.as('city-assessor'), WITHDRAW, { id: early.id })).data).toMatchObject({
    withdrawAssessmentsPack: { status: 'withdrawn' },
  });
  const [year] = (await desk.sql.query('select extract(year from now())::int + 2 as year')).rows;
  const later = (await draft(pack('later', `${year.year}-01-01`))).data.draftAssessmentsPack;
  expect((await approve(later)).codes).toEqual([]);
  const ends = async () =>
    (
      await desk.sql.query(
        `select name, in_force_to from assessments.pack where kind = 'light' order by effective_from`,
      )
    ).rows;
  const endOf = async (name: string) => (await ends()).find((row) => row.name === name)?.in_force_to;
  expect(await endOf('towns-2019')).not.toBeNull();
  const standing = await desk.sql.query(`select id from assessments.pack where name = 'towns-2019'`);
  expect((await desk.ask(desk.as('city-director'), WITHDRAW, { id: standing.rows[0].id })).codes).toEqual([
    'PACK_IN_EFFECT',
  ]);
  expect((await desk.ask(desk.as('city-assessor'), WITHDRAW, { id: later.id })).codes).toEqual(['FORBIDDEN']);
  expect((await desk.ask(desk.as('city-director'), WITHDRAW, { id: later.id })).codes).toEqual([]);
  expect(await endOf('towns-2019')).toBeNull();
  expect(await names('town-kouzhen', 'withdrawn')).toEqual([]);
});

test('the database itself keeps two people, one pack at a time, no gap, and no change', async () => {
  const refused = (sql: string) =>
    desk.sql.query(sql).then(
      () => null,
      ({ constraint }: { constraint: string }) => constraint,
    );
  const copy = (columns: string, values: string) =>
    `insert into assessments.pack (id, kind, name, hash, content, region_id, path, effective_from, in_force_to, shipped, drafted_by, drafted_at, document_number, approved_by, approved_at${columns})
     select gen_random_uuid(), kind, 'copy', hash, content, region_id, path, ${values} from assessments.pack where name = 'towns-2018' and kind = 'light'`;
  const [one, two] = ['city-assessor', 'city-director'].map((account) => `'${desk.as(account).personId}'::uuid`);
  expect(await refused(copy('', `'2030-01-01', null, false, ${one}, now(), 'x', ${one}, now()`))).toBe(
    'pack_four_eyes',
  );
  expect(await refused(copy('', `'2018-06-01', '2018-09-01', false, ${one}, now(), 'x', ${two}, now()`))).toBe(
    'pack_one_at_a_time',
  );
  expect(
    await refused(copy(', follows_id', `'2017-06-01', '2017-09-01', false, ${one}, now(), 'x', ${two}, now(), id`)),
  ).toBe('pack_follows_without_gap');
  for (const change of [`content = '{}'`, `approved_at = now()`, `effective_from = '2017-01-01'`])
    expect(await refused(`update assessments.pack set ${change} where name = 'towns-2018'`)).toBe('pack_never_changed');
  expect(
    await refused(
      `update assessments.pack set withdrawn_by = ${two}, withdrawn_at = now(), withdrawal_reason = 'x' where name = 'towns-2018'`,
    ),
  ).toBe('pack_withdrawn_before_effect');
  const seen = await desk.under('region', { lo: '', hi: '' }, `select count(*)::int as n from assessments.pack`);
  expect(seen).toEqual([{ n: 0 }]);
});

test('lights are drawn by the pack in force, and a quarter without one is refused', async () => {
  const PROPOSE =
    'mutation($q: String!, $k: String!) { proposeLights(quarter: $q, idempotencyKey: $k) { lightPack scoringPack } }';
  const propose = (q: string) => desk.ask(desk.as('city-assessor'), PROPOSE, { q, k: `key-of-${q}` });
  expect((await propose('2018Q4')).data.proposeLights).toEqual({
    lightPack: 'districts-2018、towns-2018、zones-2018',
    scoringPack: 'districts-2018、towns-2018、units-2018、zones-2018',
  });
  expect((await propose('2019Q1')).codes).toEqual(['PACK_NOT_IN_FORCE']);
  const content = JSON.stringify({
    ...JSON.parse(readFileSync(join(projectRoot, 'data/scoring/towns-2018.json'), 'utf8')),
    name: 'scores-2019',
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  });
  const made = (await draft(content, 'city-officer', null, 'scoring')).data.draftAssessmentsPack;
  expect((await approve(made)).codes).toEqual([]);
  expect((await propose('2019Q1')).data.proposeLights).toEqual({ lightPack: 'towns-2019', scoringPack: 'scores-2019' });
});
