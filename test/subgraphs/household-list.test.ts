// The list of households goes out as a workbook, masked as the graph is: its rows are those of the scope, its ticket one fetch.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import type { HouseholdRow } from '../../data/generate/city';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { bytesOf, linesOf, sheetDesk } from './register-sheets';

let world: HouseholdsOnly;
let desk: ReturnType<typeof sheetDesk>;
let town: Caller;
beforeAll(async () => {
  world = await openHouseholds({ households: 1700, people: 2600 });
  desk = sheetDesk(world);
  town = world.caller('town-officer', '口镇');
}, 60_000);
afterAll(() => world?.close());

const LIST =
  'mutation($filter: HouseholdsFilter, $purpose: String!) { requestHouseholdList(filter: $filter, purpose: $purpose) { url } }';
const list = async (caller: Caller, filter: object | null = null) => {
  const { status, body } = await desk.fetch(caller, LIST, { filter, purpose: '核对口镇名册' });
  expect(status).toBe(200);
  const lines = await linesOf(body);
  const titles = lines[1]?.cells ?? [];
  const rows = lines.slice(2).map(({ cells }) => new Map(titles.map((title, at) => [title, cells[at] ?? ''])));
  return {
    lines,
    titles,
    rows,
    banner: lines[0]?.cells[0] ?? '',
    of: (title: string) => rows.map((row) => row.get(title)),
  };
};
const rowsOf = (households: readonly HouseholdRow[]) => {
  const ids = new Set(households.map(({ id }) => id));
  return world.city.members.filter(({ householdId }) => ids.has(householdId)).length;
};
const inTown = () =>
  world.city.households.filter(({ path }) =>
    path.startsWith(world.city.regions.find(({ name }) => name === '口镇')?.path ?? '-'),
  );

test('a list has the rows of the scope and no other, with numbers masked, a watermark, and a row of the log', async () => {
  const { rows, of, banner, titles } = await list(town);
  expect(rows).toHaveLength(rowsOf(inTown()));
  expect(new Set(of('乡镇'))).toEqual(new Set(['口镇']));
  for (const number of of('证件号码')) expect(number).toMatch(/^\*{4} [\dX]{4}$/);
  for (const phone of of('联系电话')) expect(phone).toMatch(/^\*{4} \d{4}$/);
  expect(new Set(of('与户主关系')).has('户主')).toBe(true);
  expect(titles.slice(0, 5)).toEqual(['县', '乡镇', '行政村', '自然村', '户编号']);
  expect(banner).toMatch(/^口镇.* 导出 · 用途：核对口镇名册 · 编号 /);
  const { rows: told } = await world.sql.query(
    `select facts from households.audit where action = 'fetchFile' and person_id = $1 order by id desc limit 1`,
    [town.personId],
  );
  expect(told[0].facts).toMatchObject({ what: 'household-list', about: { purpose: '核对口镇名册' } });
  const village = world.caller(
    'village-clerk',
    inTown()[0]?.regionId ? (world.city.regions.find(({ id }) => id === inTown()[0]?.regionId)?.code ?? '') : '',
  );
  expect((await list(village)).rows).toHaveLength(
    rowsOf(world.city.households.filter(({ regionId }) => regionId === inTown()[0]?.regionId)),
  );
});

test('more than a page comes in order, and a filter is that of the list', async () => {
  const city = world.caller('office-officer', '莱芜市');
  const { rows, of } = await list(city);
  expect(rows).toHaveLength(world.city.members.length);
  const keys = of('户编号');
  expect(new Set(keys).size).toBe(world.city.households.length);
  const dibao = await list(city, { type: 'dibao-poor' });
  expect(dibao.rows).toHaveLength(rowsOf(world.city.households.filter(({ type }) => type === 'dibao-poor')));
  expect((await list(town, { regionId: world.regionId('辛庄镇') })).rows).toHaveLength(0);
});

test('masks are those of the graph: auditor, liaison of a line, helper', async () => {
  const auditor = await list(world.caller('auditor', '莱芜市'));
  for (const name of auditor.of('姓名')) expect(name).toMatch(/^.\*+$/);
  const liaison = await list(world.caller('unit-liaison', '莱芜市', { line: 'education', unitId: randomUUID() }));
  expect(liaison.of('文化程度').some(Boolean)).toBe(true);
  for (const title of ['健康状况', '民族', '联系电话']) expect(liaison.of(title).some(Boolean)).toBe(false);
  const [paired] = inTown();
  const helper = world.caller('helper', null, { pairedHouseholds: [paired?.id ?? ''] });
  const own = await list(helper);
  expect(own.rows).toHaveLength(rowsOf(paired ? [paired] : []));
  expect(own.of('联系电话')[0]).toBe(paired?.phone);
  const sights = await world.sql.query(
    `select 1 from households.audit where kind = 'sight' and target = $1 and session_id = $2`,
    [paired?.id, helper.sessionId],
  );
  expect(sights.rowCount).toBe(1);
  for (const post of ['observer', 'log-auditor', 'public'] as const)
    expect((await desk.ask(world.caller(post, null), LIST, { purpose: '看一看名册' })).codes).toEqual(['FORBIDDEN']);
});

test('a purpose is told, and a ticket is one fetch by its person', async () => {
  expect((await desk.ask(town, LIST, { purpose: '看' })).codes).toEqual(['INVALID_INPUT']);
  const { data } = await desk.ask(town, LIST, { purpose: '核对口镇名册' });
  const ticket = data.requestHouseholdList.url.split('/').at(-1) as string;
  const fetch = (caller: Caller) => world.subgraph.file({ ticket, method: 'GET' }, caller);
  expect((await fetch(world.caller('town-officer', '口镇'))).status).toBe(404);
  const first = await fetch(town);
  expect(first.status).toBe(200);
  if (!Buffer.isBuffer(first.body)) await bytesOf(first.body);
  expect((await fetch(town)).status).toBe(404);
});
