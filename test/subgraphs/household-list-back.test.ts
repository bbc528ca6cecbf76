// A list that was taken out comes back: what was changed is told three ways and written by the deeds of the graph, and what was forged is refused.
import { randomUUID } from 'node:crypto';
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
