// The income sheet: its lines add up to what is stored, and a household below the line is told so.
import type { LineTold } from '../income/poverty-line.rules';
import { incomeSheet, incomesTable, type SheetIncome } from './income-sheet.rules';

const income: SheetIncome = {
  year: 2018,
  wages: 120_000n,
  business: 350_050n,
  property: 0n,
  transfers: 260_000n,
  productionCost: 30_000n,
  members: 2,
  perHead: 350_025n,
  outcome: 'confirmed',
  hands: ['任桂芳', '2018-10-20', '王五', '2018-11-10'],
};
const line = (level: string, region: string, amount: bigint): LineTold => ({
  year: 2018,
  level,
  region,
  amount,
  source: '省扶贫办通知 · Notice',
  address: '',
});
const lines = [line('provincial', '山东省 · Shandong', 360_900n), line('national', '全国 · China', 299_500n)];

test('nine lines lead from the kinds to what it is a head', () => {
  const [steps, compared, hands] = incomeSheet(2018, income, lines);
  expect(steps?.caption).toContain('2017-10-01 至 2018-09-30');
  expect(steps?.rows.map(([, , amount]) => amount)).toEqual([
    ...['1200.00', '3500.50', '0.00', '2600.00', '7300.50', '300.00', '7000.50', '2', '3500.25'],
  ]);
  expect(compared?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['省定标准（山东省）', '3609.00', '-108.75'],
    ['国家标准（全国）', '2995.00', '505.25'],
  ]);
  expect(hands?.rows).toEqual([[...income.hands, '通过']]);
});

test('of a year of which nothing was told there is nothing to add up', () => {
  expect(incomeSheet(2016, undefined, lines).map(({ rows }) => rows)).toEqual([[], [], []]);
});

test('the table of years says what still waits, and is as wide as its head', () => {
  const { head, rows } = incomesTable([income, { ...income, year: 2017, outcome: null }]);
  expect(rows.map((row) => row.at(-1))).toEqual(['通过', '待审核']);
  for (const row of rows) expect(row).toHaveLength(head.length);
});
