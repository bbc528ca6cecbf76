// A catalogue is read from a sheet row by row: what is sound becomes items and ceilings, what is not is told by its cell.

import { readPack } from '#platform/vocabulary/pack';
import { catalogueChanges, catalogueColumns, readCatalogue } from './catalogue-sheet.rules';
import { medicalCatalogueKind } from './medical-catalogue.rules';

const sheet = (...rows: string[][]) =>
  readCatalogue([[...catalogueColumns], ...rows].map((cells, at) => ({ line: at + 1, cells })));
const drug = ['XA0001', '青霉素注射剂', '药品', '甲', '', '', '', ''];
const hip = ['HC0002', '进口髋关节', '耗材', '乙', '30%', '20000', '植入耗材', '30000'];
const head = {
  name: 'from-a-sheet',
  title: { zh: '目录', en: 'catalogue' },
  region: '371200',
  effectiveFrom: '2019-01-01',
  effectiveTo: null,
  source: [{ key: 'document', title: { zh: '文件', en: 'document' }, address: null }],
  assumed: [],
};

test('sound rows make a catalogue that its schema takes; per cent and decimals are one share', () => {
  const { items, ceilings, flaws } = sheet(drug, hip, [
    'HC0003',
    '国产髋关节',
    '耗材',
    '乙',
    '0.1',
    '',
    '植入耗材',
    '30000',
  ]);
  expect(flaws).toEqual([]);
  expect(items[1]).toEqual({
    code: 'HC0002',
    name: '进口髋关节',
    kind: 'implant',
    feeClass: 'b',
    firstBorne: '0.3',
    priceLimit: '20000',
    ceiling: '植入耗材',
  });
  expect(ceilings).toEqual([{ name: '植入耗材', title: { zh: '植入耗材', en: '植入耗材' }, perStay: '30000' }]);
  expect(readPack(medicalCatalogueKind, { ...head, ceilings, items }).flaws).toEqual([]);
});

test.each<[string, string[], string]>([
  ['a code with a blank', ['X 1', ...drug.slice(1)], 'A3'],
  ['a code twice', drug, 'A3'],
  ['no name', ['XA2', '', ...drug.slice(2)], 'B3'],
  ['no such kind', ['XA2', '甲药', '中草药', '甲', '', '', '', ''], 'C3'],
  ['no such class', ['XA2', '甲药', '药品', '丁', '', '', '', ''], 'D3'],
  ['class A first borne', ['XA2', '甲药', '药品', '甲', '10%', '', '', ''], 'E3'],
  ['class B without a share', ['XA2', '乙药', '药品', '乙', '', '', '', ''], 'E3'],
  ['more than all', ['XA2', '乙药', '药品', '乙', '130%', '', '', ''], 'E3'],
  ['a limit in words', ['XA2', '甲药', '药品', '甲', '', '三十', '', ''], 'F3'],
  ['a ceiling without its amount', ['XA2', '甲药', '药品', '甲', '', '', '植入耗材', ''], 'H3'],
  ['an amount without its ceiling', ['XA2', '甲药', '药品', '甲', '', '', '', '5'], 'G3'],
])('%s is told by its cell', (_, row, cell) => {
  const { items, flaws } = sheet(drug, row);
  expect(flaws.map((flaw) => flaw.cell)).toEqual([cell]);
  expect(items).toHaveLength(1);
});

test('one ceiling has one amount, and a heading that is missing is told before any row', () => {
  expect(sheet(hip, ['HC0003', '国产', '耗材', '乙', '10%', '', '植入耗材', '20000']).flaws[0]?.cell).toBe('H3');
  const { flaws } = readCatalogue([{ line: 1, cells: ['项目编码', '品名'] }]);
  expect(flaws).toMatchObject([{ cell: 'B1', told: '品名' }]);
  expect(readCatalogue([]).flaws).toHaveLength(1);
});

test('what changes is told by code', () => {
  const [one, other] = [
    sheet(drug, hip).items,
    sheet([...drug.slice(0, 5), '8', '', ''], ['XA9', ...drug.slice(1)]).items,
  ];
  expect(catalogueChanges(one, other)).toEqual([
    { code: 'HC0002', change: 'removed' },
    { code: 'XA0001', change: 'changed' },
    { code: 'XA9', change: 'added' },
  ]);
});
