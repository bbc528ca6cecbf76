// The national export comes in: errors by cell, previewed, committed once and whole, and never more than its bringer may do.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import {
  householdLines,
  type Line,
  linesOf,
  sheetDesk,
  sheetOf,
  type VillagePlace,
  villageOf,
} from './register-sheets';

let world: HouseholdsOnly;
let desk: ReturnType<typeof sheetDesk>;
let town: Caller;
let village: VillagePlace;
let beside: VillagePlace;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  desk = sheetDesk(world);
  town = world.caller('town-officer', '口镇');
  village = villageOf(world, '口镇');
  beside = villageOf(world, '辛庄镇');
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

test('a sheet is previewed, committed once and whole, and every cell stands where the form has it', async () => {
  const before = await everything();
  const lines = [
    ...householdLines(village, numbered()),
    ...householdLines({ ...village, village: village.village.replace(/村委会$/, '村') }, numbered()),
  ];
  lines[1] = { ...(lines[1] as Line), 文化程度: '', 在校生状况: '九年级', 务工状况: '省外务工', '务工时间(月)': '6' };
  const checked = await desk.check(town, await sheetOf(lines));
  expect(checked).toMatchObject({
    state: 'checked',
    kind: 'national',
    lineCount: 4,
    householdCount: 2,
    memberCount: 4,
    flawCount: 0,
    failure: null,
  });
  expect(await everything()).toBe(before);
  expect((await desk.commit(town, checked.id, 'another hash', key())).codes).toEqual(['IMPORT_NOT_AS_PREVIEWED']);
  const once = key();
  expect((await desk.commit(town, checked.id, checked.contentHash, once)).codes).toEqual([]);
  expect(await desk.settled(town, checked.id)).toMatchObject({ state: 'committed', householdCount: 2 });
  expect((await desk.commit(town, checked.id, checked.contentHash, once)).data.commitRegisterImport.state).toBe(
    'committed',
  );
  expect((await desk.commit(town, checked.id, 'another hash', once)).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect(await everything()).toBe(before + 2);
  const { rows } = await world.sql.query(
    `select h.number, h.state, h.state_year, h.type, h.address, h.phone_tail, n.number as national, l.hamlet, l.safe_water, l.dangerous_house,
       m.relation, m.education, m.schooling, m.work_place, m.work_months, m.insured, h.head_member_id = m.id as "isHead"
     from households.national_number n join households.household h on h.id = n.household_id join households.member m on m.household_id = h.id
     left join households.living_conditions l on l.household_id = h.id where n.subject_id = h.id and n.number = $1 order by m.relation`,
    [lines[0]?.户编号],
  );
  expect(rows).toMatchObject([
    {
      relation: 'head',
      isHead: true,
      education: 'primary',
      state: 'newly-identified',
      state_year: 2018,
      type: 'general-poor',
      phone_tail: '0001',
      hamlet: '东头',
      safe_water: true,
      dangerous_house: false,
    },
    {
      relation: 'spouse',
      isHead: false,
      education: 'junior-middle',
      schooling: 'grade-nine',
      work_place: 'outside-province',
      work_months: 6,
      insured: 'resident',
    },
  ]);
  expect(await count('households.household where number = $1', rows[0].number)).toBe(1);
  // What was full of numbers is gone, and what is left of the import cannot be changed.
  expect(await count('households.register_import_file where import_id = $1', checked.id)).toBe(0);
  await expect(
    world.sql.query(`update households.register_import set name = 'x' where id = $1`, [checked.id]),
  ).rejects.toMatchObject({
    constraint: 'register_import_committed_once',
  });
});

test('every error is told by its cell, as a workbook too, and not one row is written', async () => {
  const before = await everything();
  const good = householdLines(village, numbered());
  const ill = householdLines(village, numbered());
  const headless = householdLines(village, numbered());
  const nowhere = householdLines({ ...village, village: '乌有村委会' }, numbered());
  const hidden = householdLines(beside, numbered());
  const lines: Line[] = [
    ...good,
    { ...ill[0], 证件号码: '371299196001010000', 民族: '火星族', 主要致贫原因: '' },
    { ...ill[1], 人数: '3', '务工时间(月)': '很久', 贫困户属性: '低保户' },
    { ...headless[0], 与户主关系: '之子' },
    { ...headless[1], 联系电话: '12' },
    ...nowhere,
    ...hidden,
    { ...good[0], 人编号: 'again', 与户主关系: '其他' },
  ];
  const checked = await desk.check(town, await sheetOf(lines));
  const told = checked.flaws.edges.map(
    ({ node }: { node: { cell: string; code: string } }) => `${node.cell} ${node.code}`,
  );
  expect(told).toEqual([
    'K4 CODE_UNKNOWN',
    'U4 CELL_EMPTY',
    'Q5 CELL_ILL',
    'H4 ID_ILL',
    'T5 CELL_DIFFERS',
    'I5 SIZE_DIFFERS',
    'J6 HEAD_MISSING',
    'E12 HOUSEHOLD_SPLIT',
    'J12 HEAD_MISSING',
    'I12 SIZE_DIFFERS',
    'C8 VILLAGE_UNKNOWN',
    'C10 VILLAGE_UNKNOWN',
  ]);
  expect(checked).toMatchObject({ state: 'checked', flawCount: 12 });
  expect((await desk.commit(town, checked.id, checked.contentHash, key())).codes).toEqual(['IMPORT_ROWS_ILL']);
  expect(await everything()).toBe(before);
  const { status, body } = await desk.fetch(town, 'mutation($id: ID!) { requestRegisterFlaws(id: $id) { url } }', {
    id: checked.id,
  });
  expect(status).toBe(200);
  const sheet = await linesOf(body);
  expect(sheet).toHaveLength(2 + 12);
  expect(sheet[2]?.cells).toEqual(['4', 'K4', '民族', 'CODE_UNKNOWN', expect.stringContaining('不是规定的选项')]);
});

test('a person of the own scope is told of; one who stands elsewhere is taken without a word and kept for the level above', async () => {
  const own = householdLines(village, numbered());
  const elsewhere = householdLines(beside, numbered());
  const others = world.caller('town-officer', '辛庄镇');
  const first = await desk.check(others, await sheetOf(elsewhere));
  await desk.commit(others, first.id, first.contentHash, key());
  expect((await desk.settled(others, first.id)).state).toBe('committed');
  own[1].证件号码 = elsewhere[1].证件号码;
  const checked = await desk.check(town, await sheetOf(own));
  expect(checked.flawCount).toBe(0);
  const suspected = await count(`households.duplicate where kind = 'id-number'`);
  await desk.commit(town, checked.id, checked.contentHash, key());
  expect((await desk.settled(town, checked.id)).state).toBe('committed');
  expect(await count(`households.duplicate where kind = 'id-number'`)).toBe(suspected + 1);
  const again = await desk.check(town, await sheetOf(own));
  expect(
    again.flaws.edges.map(({ node }: { node: { cell: string; code: string } }) => `${node.cell} ${node.code}`),
  ).toEqual(['H2 ID_KNOWN', 'H3 ID_KNOWN', 'E2 NUMBER_KNOWN']);
  // Beside, an import is as if it were not there.
  const hidden = await desk.ask(others, 'query($id: ID!) { registerImport(id: $id) { id } }', { id: checked.id });
  expect(hidden).toEqual({ data: { registerImport: null }, codes: [] });
  expect((await desk.commit(others, checked.id, checked.contentHash, key())).codes).toEqual(
    (await desk.commit(others, randomUUID(), checked.contentHash, key())).codes,
  );
});

test('thousands of rows, with progress and constant numbers', async () => {
  const lines = Array.from({ length: 1500 }, () => householdLines(village, numbered())).flat();
  const checked = await desk.check(town, await sheetOf(lines));
  expect(checked).toMatchObject({ flawCount: 0, lineCount: 3000, householdCount: 1500 });
  const before = await everything();
  await desk.commit(town, checked.id, checked.contentHash, key());
  expect(await desk.settled(town, checked.id)).toMatchObject({ state: 'committed', memberCount: 3000 });
  expect(await everything()).toBe(before + 1500);
  expect(await count(`households.audit where action = 'registerImport' and target = $1`, checked.id)).toBe(1);
  const secrets = await count(`households.audit where facts::text ~ '371299'`);
  expect(secrets).toBe(0);
});
