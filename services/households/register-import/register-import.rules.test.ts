// Sheets of the register: the words of the lists, names of places, when a step may begin, and what is wrong in a household.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import { ImportState, mayBegin } from './import-state.rules';
import { readCell } from './read-cells.rules';
import { exportColumns, exportHeadingOf, readExportRow, sealedText } from './read-export.rules';
import { readHousehold, type SheetOrder } from './read-household.rules';
import { columnOfKey, headingOf, missingColumns, type RegisterColumn, registerColumns } from './register-columns.rules';
import { sheetWords, type WordList, wordOf } from './sheet-words.rules';
import { villageKey } from './village-name.rules';

const dictionaries: Readonly<Record<WordList, string>> = {
  type: 'household-type',
  cause: 'poverty-cause',
  relation: 'relation',
  ethnicity: 'ethnicity',
  education: 'education',
  schooling: 'schooling',
  health: 'health',
  labour: 'labour',
  workPlace: 'work-place',
  state: 'exit-state',
};

test.each(Object.entries(dictionaries) as [WordList, string][])(
  'the first words of %s are those of the dictionary %s',
  (list, name) => {
    const text = readFileSync(join(projectRoot, `data/dictionaries/${name}.json`), 'utf8');
    const { entries } = JSON.parse(text) as { entries: { code: string; zh: string }[] };
    // A household that was removed is in no list.
    const kept = entries.filter(({ code }) => !(list === 'state' && code === 'removed'));
    expect([...wordOf[list]]).toEqual(kept.map(({ code, zh }) => [code, zh]));
    const words = sheetWords[list].flatMap(([, ...each]) => each);
    expect(new Set(words).size).toBe(words.length);
  },
);

test.each([
  ['口镇', '东街村委会', '口镇', '东街村'],
  ['艾山街道办事处', '某某社区居委会', '艾山街道', '某某社区'],
])('%s %s is %s %s', (town, village, otherTown, otherVillage) => {
  expect(villageKey(town, village)).toBe(villageKey(otherTown, otherVillage));
});

test('other villages have other keys', () => {
  expect(villageKey('口镇', '东街村委会')).not.toBe(villageKey('口镇', '西街村委会'));
  expect(villageKey('口镇', '东街村委会')).not.toBe(villageKey('羊里镇', '东街村委会'));
});

test.each([
  ['check', 'uploaded', 0, 'begin'],
  ['check', 'failed', 0, 'begin'],
  ['check', 'committed', 0, 'state'],
  ['check', 'checking', 5, 'busy'],
  ['check', 'checking', 61, 'begin'],
  ['check', 'committing', 61, 'busy'],
  ['commit', 'uploaded', 0, 'state'],
  ['commit', 'checked', 0, 'begin'],
  ['commit', 'committing', 5, 'busy'],
  ['commit', 'committing', 61, 'begin'],
  ['commit', 'committed', 0, 'done'],
] as const)('%s of what is %s, silent for %d s: %s', (step, state, silent, verdict) => {
  expect(mayBegin(step, ImportState[state], silent)).toBe(verdict);
});

const column = (key: string) => columnOfKey.get(key) as RegisterColumn;
test.each([
  ['member.health', '健康', 'healthy'],
  ['member.health', '很好', { code: 'CODE_UNKNOWN' }],
  ['member.name', '', { code: 'CELL_EMPTY' }],
  ['member.schooling', '', null],
  ['living.safeWater', '否', false],
  ['living.safeWater', '大概', { code: 'CODE_UNKNOWN' }],
  ['member.workMonths', '6', 6],
  ['member.workMonths', '6.5', { code: 'CELL_ILL' }],
  ['household.perCapita', '3527.5', '3527.5'],
])('%s reads %j as %j', (key, text, value) => {
  expect(readCell(column(key), text)).toEqual(value);
});

const titles = registerColumns.map(({ title }) => title);
const heading = headingOf(1, titles) as NonNullable<ReturnType<typeof headingOf>>;
const order: SheetOrder = {
  today: '2018-06-30',
  registeredOn: '2018-06-01',
  documentNumber: null,
  mayDecideStates: false,
};
const number = (n: number) => {
  const first17 = `37129919600101${String(100 + n)}`;
  return `${first17}${identityCheckDigit(first17)}`;
};
const row = (line: number, more: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    县: '莱城区',
    乡镇: '口镇',
    行政村: '东街村委会',
    户编号: '1',
    姓名: '赵某',
    证件号码: number(line),
    与户主关系: '户主',
    民族: '汉族',
    文化程度: '小学',
    健康状况: '健康',
    劳动技能: '普通劳动力',
    贫困户属性: '一般贫困户',
    主要致贫原因: '因病',
    ...more,
  };
  return { line, cells: titles.map((title) => cells[title] ?? '') };
};
const flawsOf = (rows: ReturnType<typeof row>[], more: Partial<SheetOrder> = {}) =>
  readHousehold(rows, heading, { ...order, ...more }).flaws.map(({ line, title, code }) => `${line} ${title} ${code}`);

test('the heading is found in any order, and what it lacks is named', () => {
  expect(missingColumns(heading)).toEqual([]);
  const fewer = headingOf(
    1,
    [...titles].reverse().filter((title) => title !== '姓名'),
  );
  expect(fewer && missingColumns(fewer)).toEqual(['姓名']);
  expect(headingOf(1, ['莱芜市贫困户名册'])).toBeNull();
});

test('a household is read with what follows from its cells', () => {
  const { household, flaws } = readHousehold(
    [row(2), row(3, { 与户主关系: '配偶', 文化程度: '', 在校生状况: '高中二年级' })],
    heading,
    order,
  );
  expect(flaws).toEqual([]);
  expect(household).toMatchObject({
    number: '1',
    state: null,
    form: { standard: 'national', address: '口镇东街村委会' },
  });
  expect(household?.members.map(({ facts }) => [facts.relation, facts.education, facts.birthday])).toEqual([
    ['head', 'primary', '1960-01-01'],
    ['spouse', 'senior-middle', '1960-01-01'],
  ]);
});

test.each<[string, ReturnType<typeof row>[], string[]]>([
  ['no head', [row(2, { 与户主关系: '配偶' })], ['2 与户主关系 HEAD_MISSING']],
  ['two heads', [row(2), row(3)], ['3 与户主关系 HEAD_NOT_ONE']],
  ['an unread relation is not also a missing head', [row(2, { 与户主关系: '二舅' })], ['2 与户主关系 CODE_UNKNOWN']],
  ['a wrong check digit', [row(2, { 证件号码: '371299196001011000' })], ['2 证件号码 ID_ILL']],
  ['the same person twice', [row(2), row(3, { 与户主关系: '配偶', 证件号码: number(2) })], ['3 证件号码 ID_ILL']],
  [
    'born after today',
    [row(2, { 证件号码: `37129920300101100${identityCheckDigit('37129920300101100')}` })],
    ['2 证件号码 ID_ILL'],
  ],
  ['a phone that is none', [row(2, { 联系电话: '12' })], ['2 联系电话 CELL_ILL']],
  ['a state', [row(2, { 脱贫属性: '已脱贫' })], ['2 脱贫属性 CELL_FORBIDDEN']],
  ['months of no work', [row(2, { 务工状况: '未务工', '务工时间（月）': '3' })], ['2 务工时间（月） CELL_ILL']],
])('%s', (_, rows, told) => {
  expect(flawsOf(rows)).toEqual(told);
});

test('a state is told with its document by whoever decides states', () => {
  const rows = [row(2, { 脱贫属性: '已脱贫', 脱贫年度: '2017' })];
  expect(flawsOf(rows, { mayDecideStates: true })).toEqual(['2 脱贫属性 CELL_FORBIDDEN']);
  const { household } = readHousehold(rows, heading, {
    ...order,
    mayDecideStates: true,
    documentNumber: '某发〔2018〕1号',
  });
  expect(household?.state).toEqual({ code: 'lifted-with-policies', year: 2017 });
});

test('an exported row tells which cells were changed, and one whose seal does not fit tells nothing', () => {
  const all = [...titles, ...exportColumns];
  const marks = headingOf(1, all);
  const exported = exportHeadingOf(all);
  const cells = row(2).cells;
  const seal = (text: string) => `seal of ${text.length} ${text.slice(-20)}`;
  const original = JSON.stringify(cells);
  const sealed = (changed: string[]) => ({
    line: 2,
    cells: [...changed, 'e', 'h', 'm', '1.1', original, seal(sealedText('e', 'h', 'm', '1.1', original))],
  });
  if (!marks || !exported) throw new Error('no heading');
  expect(readExportRow(sealed(cells), marks, exported, seal).row?.cells).toEqual([]);
  const changed = cells.map((cell) => (cell === '健康' ? '残疾' : cell));
  expect(readExportRow(sealed(changed), marks, exported, seal).row?.cells).toMatchObject([
    { key: 'member.health', exported: '健康', uploaded: '残疾' },
  ]);
  const other = { line: 2, cells: sealed(cells).cells.map((cell) => (cell === 'm' ? 'n' : cell)) };
  expect(
    readExportRow(other, marks, exported, (text) => `${seal(text)}${text.includes('\nn\n') ? '!' : ''}`),
  ).toMatchObject({ row: null, flaws: [{ code: 'SIGNATURE_ILL' }] });
});
