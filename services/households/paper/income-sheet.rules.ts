// The income sheet (收入测算表): how the income of a household in a year adds up, what it is held against, and through whose hands it went.
import { inChinese } from '#platform/vocabulary/in-chinese';
import { type Fen, formatYuan, sumOf } from '#platform/vocabulary/money';
import { type IncomeForm, incomeKinds, incomePeriod, netOf } from '../income/income.rules';
import type { LineTold } from '../income/poverty-line.rules';

export interface PaperTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** People by name, days as they are printed. */
export interface SheetIncome extends IncomeForm {
  year: number;
  members: number;
  perHead: Fen;
  outcome: string | null;
  hands: readonly string[];
}

const titles: Readonly<Record<(typeof incomeKinds)[number], string>> = {
  wages: '工资性收入',
  business: '生产经营性收入',
  property: '财产性收入',
  transfers: '转移性收入',
};
const levels: Readonly<Record<string, string>> = {
  municipal: '市定标准',
  provincial: '省定标准',
  national: '国家标准',
};
const outcomeOf = (outcome: string | null) =>
  outcome === 'confirmed' ? '通过' : outcome === 'returned' ? '退回' : '待审核';

const YEARS = ['年度', ...Object.values(titles), '生产经营支出', '人数', '人均纯收入', '审核'];

/** Of all years in one table; `incomes` has the one that holds of each. */
export function incomesTable(incomes: readonly SheetIncome[]): PaperTable {
  const rows = incomes.map((income) => [
    String(income.year),
    ...incomeKinds.map((kind) => formatYuan(income[kind])),
    formatYuan(income.productionCost),
    String(income.members),
    formatYuan(income.perHead),
    outcomeOf(income.outcome),
  ]);
  return { caption: '家庭收入（元）', head: YEARS, rows };
}

/** Of one year, line by line, so that the household can add it up. */
export function incomeSheet(
  year: number,
  income: SheetIncome | undefined,
  lines: readonly LineTold[],
): readonly PaperTable[] {
  const { from, to } = incomePeriod(year);
  return [
    {
      caption: `${year} 年收入测算（${from} 至 ${to}；一次性馈赠、医疗报销不计）`,
      head: ['序号', '项目', '金额（元）', '算法'],
      rows: income ? stepsOf(income) : [],
    },
    {
      caption: '与扶贫标准比较（第一行为该户所对照的标准）',
      head: ['标准', '每人每年（元）', '人均纯收入高出（元）', '出处'],
      rows: income ? lines.map((line) => against(income.perHead, line)) : [],
    },
    {
      caption: '填报与审核',
      head: ['填报人', '填报日期', '审核人', '审核日期', '结果'],
      rows: income ? [[...income.hands, outcomeOf(income.outcome)]] : [],
    },
  ];
}

function stepsOf(income: SheetIncome): string[][] {
  const steps: [string, string, string][] = [
    ...incomeKinds.map((kind): [string, string, string] => [titles[kind], formatYuan(income[kind]), '']),
    ['收入合计', formatYuan(sumOf(incomeKinds.map((kind) => income[kind]))), '1＋2＋3＋4'],
    ['生产经营支出', formatYuan(income.productionCost), ''],
    ['家庭纯收入', formatYuan(netOf(income)), '5－6'],
    ['周期末在册人数', String(income.members), ''],
    ['人均纯收入', formatYuan(income.perHead), '7÷8，四舍五入到分'],
  ];
  return steps.map((step, at) => [String(at + 1), ...step]);
}

const against = (perHead: Fen, { level, region, amount, source }: LineTold): string[] => [
  `${levels[level] ?? level}（${inChinese(region)}）`,
  formatYuan(amount),
  formatYuan(perHead - amount),
  inChinese(source),
];
