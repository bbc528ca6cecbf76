// A list that was taken out comes back: what was changed is told three ways and written by the deeds of the graph, and what was forged is refused.
import { randomUUID } from 'node:crypto';
import { columnName } from '#platform/sheet/cell-text';
import type { SheetLine } from '#platform/sheet/read-sheet';
import { writeBook } from '#platform/sheet/write-book';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { bytesOf, linesOf, sheetDesk } from './register-sheets';

let world: HouseholdsOnly;
let desk: ReturnType<typeof sheetDesk>;
let town: Caller;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  desk = sheetDesk(world);
  town = world.caller('town-officer', '口镇');
}, 60_000);
afterAll(() => world?.close());

const LIST = 'mutation($purpose: String!) { requestHouseholdList(purpose: $purpose) { url } }';
const list = async (caller: Caller) => {
  const { body } = await desk.fetch(caller, LIST, { purpose: '核对口镇名册' });
  const lines = await linesOf(body);
  return { lines, titles: lines[1]?.cells ?? [] };
};
const sheetBack = (lines: readonly SheetLine[]) => {
  const [banner, heading, ...rows] = lines.map(({ cells }) => cells);
  const columns = (heading ?? []).map((title) => ({ title, width: 10 }));
  return bytesOf(writeBook([{ name: '名册', banner: banner?.[0], columns, rows: () => [rows] }]));
};

test('what came back unchanged changes nothing; what was forged, and what is not his, is refused by its cell', async () => {
  const { lines, titles } = await list(town);
  expect(await desk.check(town, await sheetBack(lines))).toMatchObject({
    kind: 'export',
    state: 'checked',
    flawCount: 0,
    changeCount: 0,
    conflictCount: 0,
  });
  const at = (title: string) => titles.indexOf(title);
  const forged = structuredClone(lines);
  const [first, second, third] = forged.slice(2) as [SheetLine, SheetLine, SheetLine];
  first.cells[at('系统·原值')] = (first.cells[at('系统·原值')] ?? '').replace('口镇', '口乡');
  second.cells[at('行政村')] = '别村';
  third.cells[at('系统·人')] = randomUUID();
  const checked = await desk.check(town, await sheetBack(forged));
  const told = checked.flaws.edges.map(
    ({ node }: { node: { cell: string; code: string } }) => `${node.cell} ${node.code}`,
  );
  expect(told).toEqual(['3 SIGNATURE_ILL', '5 SIGNATURE_ILL']);
  expect(
    checked.differences.edges.map(
      ({ node }: { node: { cell: string; verdict: string } }) => `${node.cell} ${node.verdict}`,
    ),
  ).toEqual(['C4 forbidden']);
  expect((await desk.commit(town, checked.id, checked.contentHash, `key-${randomUUID()}`)).codes).toEqual([
    'IMPORT_ROWS_ILL',
  ]);
  // Rows of one list shown by somebody who may not see them are as if they were not there.
  const others = world.caller('town-officer', '辛庄镇');
  const touched = structuredClone(lines.slice(0, 4));
  (touched[3] as SheetLine).cells[at('姓名')] = '某某';
  expect((await desk.check(others, await sheetBack(touched))).flaws.edges[0].node).toMatchObject({
    cell: '4',
    code: 'ROW_UNKNOWN',
  });
});

test('changed cells are previewed three ways and written by the deeds of the graph, with their ground; what changed here meanwhile wants a word', async () => {
  const { lines, titles } = await list(town);
  const at = (title: string) => titles.indexOf(title);
  const [first, second] = lines.slice(2) as [SheetLine, SheetLine];
  const cell = (line: SheetLine, title: string) => line.cells[at(title)] ?? '';
  const [personal, other] = [cell(first, '系统·人'), cell(second, '系统·人')];
  const [healthWas, workWas] = [cell(first, '健康状况'), cell(second, '劳动技能')];
  const health = healthWas === '残疾' ? '健康' : '残疾';
  const labour = workWas === '无劳动力' ? '普通劳动力' : '无劳动力';
  first.cells[at('健康状况')] = health;
  first.cells[at('联系电话')] = '15411112222';
  second.cells[at('劳动技能')] = labour;
  // Somebody corrects the second one in the graph before the sheet comes back.
  const between = workWas === '丧失劳动力' ? 'skilled' : 'lost';
  const corrected = await desk.ask(
    town,
    'mutation($id: ID!, $facts: MemberFactsInput!, $ground: GroundInput!) { correctMember(memberId: $id, facts: $facts, ground: $ground) { labour } }',
    { id: other, facts: { labour: between }, ground: { validFrom: '2018-06-01', reason: '入户核实劳动能力' } },
  );
  expect(corrected.codes).toEqual([]);
  const checked = await desk.check(town, await sheetBack(lines), {
    on: '2018-06-01',
    document: '口镇扶贫办〔2018〕7号',
  });
  expect(checked).toMatchObject({ kind: 'export', flawCount: 0, changeCount: 2, conflictCount: 1 });
  const told = checked.differences.edges.map(({ node }: { node: Record<string, string> }) => node);
  expect(told).toEqual([
    {
      cell: expect.stringMatching(/^[A-Z]+3$/),
      title: '健康状况',
      verdict: 'change',
      exported: healthWas,
      current: healthWas,
      uploaded: health,
    },
    expect.objectContaining({ title: '联系电话', verdict: 'change', uploaded: '**** 2222' }),
    expect.objectContaining({
      title: '劳动技能',
      verdict: 'conflict',
      exported: workWas,
      current: between === 'lost' ? '丧失劳动力' : '技能劳动力',
      uploaded: labour,
    }),
  ]);
  const key = () => `key-${randomUUID()}`;
  expect((await desk.commit(town, checked.id, checked.contentHash, key())).codes).toEqual(['IMPORT_CONFLICTS']);
  expect((await desk.commit(town, checked.id, checked.contentHash, key(), 'uploaded')).codes).toEqual([]);
  expect(await desk.settled(town, checked.id)).toMatchObject({ state: 'committed', changeCount: 3, failure: null });
  const { rows } = await world.sql.query(
    `select m.id, m.health, m.labour, h.phone_tail from households.member m join households.household h on h.id = m.household_id where m.id = any ($1) order by m.id = $2`,
    [[personal, other], other],
  );
  expect(rows[0]).toMatchObject({ health: health === '残疾' ? 'disabled' : 'healthy', phone_tail: '2222' });
  expect(rows[1]).toMatchObject({ labour: labour === '无劳动力' ? 'none' : 'ordinary' });
  const grounds = await world.sql.query(
    `select field from households.fact_change where reason = '导出名册修改后回传' and document_number = '口镇扶贫办〔2018〕7号' order by field`,
  );
  expect(grounds.rows.map(({ field }) => field)).toEqual(['health', 'labour', 'phone']);
  // The audit of the city may take the list out, and may bring nothing back.
  expect(
    (
      await desk.ask(
        world.caller('auditor', '莱芜市'),
        'mutation($i: UploadInput!) { requestRegisterUpload(input: $i) { id } }',
        { i: { name: 'a.xlsx', kind: 'xlsx', bytes: 9 } },
      )
    ).codes,
  ).toEqual(['FORBIDDEN']);
});

test('what the graph would refuse of a cell is told in the preview, and a cell is as closed as its mutation', async () => {
  const { lines, titles } = await list(town);
  const at = (title: string) => titles.indexOf(title);
  const letter = (title: string) => columnName(at(title));
  const household = (line: SheetLine) => line.cells[at('系统·户')] ?? '';
  const found = lines.slice(2).findIndex((line, n) => household(line) === household(lines[n + 3] as SheetLine));
  const [first, second] = lines.slice(found + 2) as [SheetLine, SheetLine];
  first.cells[at('联系电话')] = '**** 0000';
  first.cells[at('证件号码')] = '371299193001017777';
  first.cells[at('与户主关系')] = '配偶';
  const other = first.cells[at('饮水安全')] === '是' ? '否' : '是';
  first.cells[at('主要致贫原因')] = first.cells[at('主要致贫原因')] === '因病' ? '因残' : '因病';
  second.cells[at('主要致贫原因')] = first.cells[at('主要致贫原因')] === '因学' ? '因灾' : '因学';
  second.cells[at('饮水安全')] = other;
  const shown = async (caller: Caller) => {
    const { flaws, differences, id, contentHash } = await desk.check(caller, await sheetBack(lines));
    const nodes = (of: { edges: { node: { cell: string; code: string; verdict: string } }[] }) =>
      of.edges.map(({ node }) => `${node.cell} ${node.code ?? node.verdict}`);
    return { flaws: nodes(flaws), differences: nodes(differences), id, contentHash };
  };
  const [one, two] = [found + 3, found + 4];
  const cells = [
    [`${letter('联系电话')}${one}`, 'CELL_ILL'],
    [`${letter('证件号码')}${one}`, 'ID_ILL'],
    [`${letter('主要致贫原因')}${two}`, 'CELL_DIFFERS'],
  ];
  const told = await shown(town);
  expect(new Set(told.flaws)).toEqual(new Set(cells.map((each) => each.join(' '))));
  expect(told.differences).toContain(`${letter('与户主关系')}${one} forbidden`);
  expect(told.differences).toContain(`${letter('饮水安全')}${two} change`);
  expect((await desk.commit(town, told.id, told.contentHash, `key-${randomUUID()}`)).codes).toEqual([
    'IMPORT_ROWS_ILL',
  ]);
  // A district registers and brings sheets, and corrects no household through the graph: so it does not by a sheet.
  const district = await shown(world.caller('district-officer', '莱城区'));
  expect(district.flaws).toEqual([]);
  expect(new Set(district.differences.map((each) => each.split(' ')[1]))).toEqual(new Set(['forbidden']));
});
