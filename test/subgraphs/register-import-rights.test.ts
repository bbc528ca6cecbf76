// What a sheet may not do: tell states alone, write over what happened since, or be anything but a sheet of the register.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { householdLines, sheetDesk, sheetOf, TITLES, type VillagePlace, villageOf } from './register-sheets';

let world: HouseholdsOnly;
let desk: ReturnType<typeof sheetDesk>;
let town: Caller;
let village: VillagePlace;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  desk = sheetDesk(world);
  town = world.caller('town-officer', '口镇');
  village = villageOf(world, '口镇');
}, 60_000);
afterAll(() => world?.close());

const count = async (sql: string, ...values: unknown[]) =>
  Number((await world.sql.query(`select count(*) as n from ${sql}`, values)).rows[0].n);
const everything = () => count('households.household');
const key = () => `key-${randomUUID()}`;
const numbered = (() => {
  let n = 0;
  return () => `3700${String(++n).padStart(6, '0')}`;
})();

test('a state is the district’s to tell, with its document; a town may not write it by a sheet either', async () => {
  const lines = () => householdLines(village, numbered(), { 脱贫属性: '未脱贫' });
  const refused = await desk.check(town, await sheetOf(lines()));
  expect(refused.flaws.edges[0].node).toMatchObject({ cell: 'S2', code: 'CELL_FORBIDDEN' });
  const district = world.caller('district-officer', '莱城区');
  const titles = [...TITLES, '脱贫年度'];
  const sheet = await sheetOf(
    lines().map((line) => ({ ...line, 脱贫年度: '2017' })),
    titles,
  );
  expect((await desk.check(district, sheet)).flaws.edges[0].node).toMatchObject({ code: 'CELL_FORBIDDEN' });
  const checked = await desk.check(district, sheet, { document: '莱城扶贫发〔2018〕3号' });
  expect(checked.flawCount).toBe(0);
  // Two people decide a state, also where a sheet tells it; past the rules, the row itself refuses.
  expect((await desk.commit(district, checked.id, checked.contentHash, key())).codes).toEqual(['IMPORT_FOUR_EYES']);
  await expect(
    world.sql.query('update households.register_import set states_confirmed_by = person_id where id = $1', [
      checked.id,
    ]),
  ).rejects.toMatchObject({ constraint: 'register_import_four_eyes' });
  const second = world.caller('district-officer', '莱城区');
  expect((await desk.commit(second, checked.id, checked.contentHash, key())).codes).toEqual([]);
  expect((await desk.settled(second, checked.id)).state).toBe('committed');
  expect(
    await count(
      `households.household_state where document_number = '莱城扶贫发〔2018〕3号' and state = 'not-lifted' and year = 2017`,
    ),
  ).toBe(1);
});

test('whoever was registered between preview and commit stops all of it', async () => {
  const lines = [...householdLines(village, numbered()), ...householdLines(village, numbered())];
  const [first, second] = [
    await desk.check(town, await sheetOf(lines)),
    await desk.check(town, await sheetOf(lines.slice(2))),
  ];
  await desk.commit(town, second.id, second.contentHash, key());
  await desk.settled(town, second.id);
  const before = await everything();
  await desk.commit(town, first.id, first.contentHash, key());
  expect(await desk.settled(town, first.id)).toMatchObject({ state: 'failed', failure: 'IMPORT_ROWS_ILL' });
  expect(await everything()).toBe(before);
});

test.each<[string, () => Promise<Buffer>]>([
  [
    'SHEET_COLUMNS',
    () =>
      sheetOf(
        householdLines(village, numbered()),
        TITLES.filter((title) => title !== '姓名'),
      ),
  ],
  ['SHEET_COLUMNS', () => sheetOf([{ 县: '一' }], ['甲', '乙'])],
])('%s: what cannot be read fails as a whole', async (failure, make) => {
  expect(await desk.check(town, await make())).toMatchObject({ state: 'failed', failure, flawCount: 0 });
});
