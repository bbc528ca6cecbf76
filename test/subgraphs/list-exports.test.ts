// Lists go out as workbooks by one mechanism: rows of the scope and no other, each cell under the right of its field, each fetch in the log.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { ExportableList } from '../../services/households/list-export/exportable-list.rules';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { linesOf, sheetDesk } from './register-sheets';

let world: HouseholdsOnly;
let desk: ReturnType<typeof sheetDesk>;
let town: Caller;
let path: string;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  desk = sheetDesk(world);
  town = world.caller('town-officer', '口镇');
  path = world.city.regions.find(({ name }) => name === '口镇')?.path ?? '-';
}, 60_000);
afterAll(() => world?.close());

const EXPORT =
  'mutation($list: ExportableList!, $purpose: String!, $regionId: ID, $quarter: String, $lookBackId: ID, $ofId: ID, $year: Int) { requestListExport(list: $list, purpose: $purpose, regionId: $regionId, quarter: $quarter, lookBackId: $lookBackId, ofId: $ofId, year: $year) { url } }';
const asked = (list: string, more: object = {}) => ({ list, purpose: '季度核对台账', ...more });
async function fetched(caller: Caller, list: string, more: object = {}) {
  const { status, body } = await desk.fetch(caller, EXPORT, asked(list, more));
  expect(status).toBe(200);
  const [banner, heading, ...rows] = (await linesOf(body)).map(({ cells }) => cells);
  const at = (title: string) => heading?.indexOf(title) ?? -1;
  return {
    banner: banner?.[0] ?? '',
    titles: heading,
    rows,
    of: (title: string) => rows.map((row) => row[at(title)] ?? ''),
  };
}
const refused = async (caller: Caller, list: string, more: object = {}) =>
  (await desk.ask(caller, EXPORT, asked(list, more))).codes;
const count = async (from: string, ...values: unknown[]) =>
  Number((await world.sql.query(`select count(*) as n from households.${from}`, values)).rows[0].n);
const inTown = (table: string, also = 'true') => count(`${table} t where starts_with(t.path, $1) and ${also}`, path);

test('members: those of the scope, numbers masked for everybody, with a watermark and a row of the log', async () => {
  const { rows, of, banner } = await fetched(town, 'members');
  expect(rows).toHaveLength(await inTown('member', 't.left_on is null'));
  for (const number of of('证件号码')) expect(number).toMatch(/^\*{4} [\dX]{4}$/);
  expect(new Set(of('村（居）').map((each) => each.split(' ')[0]))).toEqual(new Set(['口镇']));
  expect(of('与户主关系')).toContain('户主');
  expect(of('姓名').some((name) => name.includes('*'))).toBe(false);
  expect(banner).toMatch(/^口镇.* 导出 · 用途：季度核对台账/);
  const told = await world.sql.query(
    `select facts from households.audit where action = 'fetchFile' and person_id = $1 order by id desc limit 1`,
    [town.personId],
  );
  expect(told.rows[0].facts).toMatchObject({
    what: 'list-export',
    about: { list: 'members', purpose: '季度核对台账' },
  });
});

test('more than a page goes on where it stopped, and a region beside the own has no rows', async () => {
  const city = world.caller('office-officer', '莱芜市');
  const { rows, of } = await fetched(city, 'members');
  expect(rows).toHaveLength(world.city.members.length);
  expect(new Set(of('户编号')).size).toBe(world.city.households.length);
  expect((await fetched(city, 'members', { regionId: world.regionId('口镇') })).rows).toHaveLength(
    await inTown('member'),
  );
  expect((await fetched(town, 'members', { regionId: world.regionId('辛庄镇') })).rows).toEqual([]);
});

test('masks are those of the graph: auditor, liaison of a line, helper', async () => {
  for (const name of (await fetched(world.caller('auditor', '莱芜市'), 'members')).of('姓名'))
    expect(name).toMatch(/^.\*+$/);
  const liaison = world.caller('unit-liaison', '莱芜市', { line: 'education', unitId: randomUUID() });
  const members = await fetched(liaison, 'members');
  expect(members.of('文化程度').some(Boolean)).toBe(true);
  for (const title of ['健康状况', '出生日期', '民族', '低保']) expect(members.of(title).some(Boolean)).toBe(false);
  for (const list of ['visits', 'determinations', 'programmeCases', 'lookBackCases'])
    expect(await refused(liaison, list, { quarter: '2018Q1' })).toEqual(['FORBIDDEN']);
  const [own] = world.city.households;
  const helper = world.caller('helper', null, { pairedHouseholds: [own?.id ?? ''] });
  expect((await fetched(helper, 'members')).rows).toHaveLength(await count('member where household_id = $1', own?.id));
  for (const post of ['observer', 'reviewer', 'public'] as const)
    expect(await refused(world.caller(post, null), 'members')).toEqual(['FORBIDDEN']);
});

test('visits of a quarter, pairings, determinations, programmes and look-backs by the same mechanism', async () => {
  const visits = await fetched(town, 'visits', { quarter: '2018Q1' });
  expect(visits.rows).toHaveLength(
    await inTown('visit', `t.visited_on >= '2018-01-01' and t.visited_on < '2018-04-01'`),
  );
  expect(visits.rows.length).toBeGreaterThan(0);
  expect(visits.of('走访人').every(Boolean)).toBe(true);
  expect(await refused(town, 'visits', { quarter: '2018' })).toEqual(['INVALID_INPUT']);
  expect(await refused(town, 'visits', { quarter: '2018Q1', regionId: world.regionId('辛庄镇') })).toEqual([
    'OUT_OF_SCOPE',
  ]);
  const pairings = await fetched(town, 'pairings');
  expect(pairings.rows).toHaveLength(await inTown('pairing'));
  expect(pairings.of('帮扶责任人').every(Boolean)).toBe(true);
  const determinations = await fetched(town, 'determinations');
  expect(determinations.rows).toHaveLength(await inTown('determination'));
  expect(determinations.of('办理状态')).toContain('在办');
  for (const name of determinations.of('户主（脱敏）')) expect(name).toMatch(/^.\*+$/);
  const cases = await fetched(town, 'programmeCases');
  expect(cases.rows).toHaveLength(await inTown('programme_case'));
  const { rows } = await world.sql.query('select id from households.look_back');
  const lookBack = await fetched(town, 'lookBackCases', { lookBackId: rows[0].id });
  expect(lookBack.rows).toHaveLength(await inTown('look_back_case'));
  expect(lookBack.of('状态')).toContain('已销号');
  expect(await refused(town, 'lookBackCases')).toEqual(['INVALID_INPUT']);
});

test('a helper takes the visits of the households that he helps along, and nobody else’s', async () => {
  const { rows: own } = await world.sql.query(
    `select p.household_id as id, p.helper_id as helper from households.pairing p
     where p.valid_to is null and exists (select 1 from households.visit v where v.household_id = p.household_id and v.visited_on >= '2018-01-01' and v.visited_on < '2018-04-01') order by p.household_id limit 2`,
  );
  const ids = own.map(({ id }) => id);
  const helper = world.caller('helper', null, { pairedHouseholds: ids });
  const { rows, of } = await fetched(helper, 'visits', { quarter: '2018Q1' });
  expect(rows).toHaveLength(
    await count(
      `visit where household_id = any ($1::uuid[]) and visited_on >= '2018-01-01' and visited_on < '2018-04-01'`,
      ids,
    ),
  );
  expect(new Set(of('户编号')).size).toBe(2);
  expect(await refused(helper, 'visits', { quarter: '2018Q1', regionId: world.regionId('口镇') })).toEqual([
    'OUT_OF_SCOPE',
  ]);
});

test('every list goes out for every post that may read it, with as many rows as there are in scope', async () => {
  const { rows } = await world.sql.query('select id from households.look_back');
  const about: Record<string, object> = {
    lookBackCases: { ofId: rows[0].id },
    campaignTargets: { ofId: randomUUID() },
    importDifferences: { ofId: randomUUID() },
  };
  const [own] = world.city.households;
  const posts: readonly Caller[] = [
    town,
    world.caller('auditor', '莱芜市'),
    world.caller('office-director', '莱芜市'),
    world.caller('helper', null, { pairedHouseholds: [own?.id ?? ''] }),
    world.caller('unit-liaison', '莱芜市', { line: 'health', unitId: randomUUID() }),
  ];
  const shut: Record<string, ExportableList[]> = {};
  for (const post of posts) {
    shut[post.post] = [];
    for (const list of Object.values(ExportableList)) {
      const more = { quarter: '2018Q1', year: 2018, ...about[list] };
      const codes = await refused(post, list, more);
      if (codes.length === 0) await fetched(post, list, more);
      else shut[post.post]?.push(list);
      expect(codes.filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    }
  }
  const { importDifferences, registerImports, policyDrafts, ...others } = ExportableList;
  const ofRegions = 'registerYears resettlements objections goodsLots goodsMoves packageBatches dibaoDifferences';
  const ofSuperiors = 'comparisons comparisonMatches duplicates memberChecks';
  expect(shut['town-officer']).toEqual([policyDrafts]);
  expect(shut['office-director']).toEqual([registerImports, importDifferences]);
  expect(shut.auditor).toEqual([registerImports, importDifferences, policyDrafts]);
  expect(shut.helper?.toSorted()).toEqual(
    [registerImports, importDifferences, policyDrafts, ...`${ofRegions} ${ofSuperiors}`.split(' ')].toSorted(),
  );
  const open = Object.values(others).filter((list) => !shut['unit-liaison']?.includes(list));
  expect(open.toSorted()).toEqual(
    'factChanges formerMembers householdStates members pairings policies publicNotices regroupings yearRecords'.split(
      ' ',
    ),
  );
});

test.each([
  [
    'incomes',
    'income',
    `t.year = 2018 and t.ordinal = (select max(ordinal) from households.income o where o.household_id = t.household_id and o.year = 2018)`,
  ],
  ['householdStates', 'household_state', `t.year = 2018 and t.ordinal = 1`],
  ['helpMeasures', 'help_measure', 'true'],
  ['guaranteeChecks', 'guarantee_check', 'true'],
  ['dataComplaints', 'data_complaint', 'true'],
  ['comparisonMatches', 'comparison_match', 'true'],
  ['duplicates', 'duplicate', 'true'],
  ['standIns', 'stand_in', 'true'],
  ['goodsLots', 'goods_lot', 'true'],
  ['goodsMoves', 'goods_move', 'true'],
  ['policyBriefings', 'policy_briefing', 'true'],
])('%s are the rows of %s in the town, and none elsewhere', async (list, table, which) => {
  const { rows } = await fetched(town, list, { year: 2018 });
  expect(rows).toHaveLength(await inTown(table, which));
});

test('codes go out in words, and a finding of a look-back in those of its pack', async () => {
  const { rows } = await world.sql.query('select id from households.look_back');
  const categories = new Set((await fetched(town, 'lookBackCases', { ofId: rows[0].id })).of('问题类别'));
  expect([...categories].filter(Boolean).length).toBeGreaterThan(0);
  for (const category of categories) expect(category).not.toMatch(/[a-z]/);
  for (const [list, titles] of [
    ['householdStates', ['状态']],
    ['guaranteeChecks', ['结论', '问题', '当时身份']],
    ['helpMeasures', ['致贫原因', '类别', '审核']],
    ['comparisonMatches', ['类别', '核实结果', '销号结果']],
    ['dataComplaints', ['数据项', '由何方反映', '结果']],
    ['publicNotices', ['公告']],
  ] as const) {
    const { of } = await fetched(town, list, { year: 2018 });
    for (const title of titles) for (const word of of(title)) expect(word).not.toMatch(/[a-z]/);
  }
});

test('a ticket is for the rights of the moment in which it is shown', async () => {
  const { data } = await desk.ask(town, EXPORT, asked('pairings'));
  const ticket = data.requestListExport.url.split('/').at(-1) as string;
  expect((await world.subgraph.file({ ticket, method: 'GET' }, world.caller('town-officer', '口镇'))).status).toBe(404);
});
