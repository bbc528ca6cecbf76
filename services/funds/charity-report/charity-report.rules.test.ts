// The public report of a fund's year: few households stand under no place, and donors under no name that they did not give.

import { type PaidUse, reportDonors, reportUses } from './charity-report.rules';
import { reportTable } from './charity-report-table.rules';

const use = (regionId: string, households: number | null, fen: bigint): PaidUse => ({
  ...{ kind: 'charity', purpose: 'donated-relief', regionId, households, fen },
});
const nameOf = (id: string) => `地区${id}`;

test('places of fewer than five households stand together, under no name', () => {
  expect(reportUses([use('a', 4, 10n), use('b', 5, 20n), use('c', 1, 30n), use('d', null, 7n)], nameOf)).toEqual([
    expect.objectContaining({ regionId: 'b', regionName: '地区b', fen: '20' }),
    expect.objectContaining({ regionId: 'd', fen: '7' }),
    expect.objectContaining({ regionId: null, fen: '40' }),
  ]);
});

test('organisations are named unless they wish not to be; persons never are', () => {
  const by = (donorKind: string, donorName: string, anonymous: boolean, fen: bigint) => ({
    ...{ donorKind, donorName, anonymous, gifts: 1, fen },
  });
  const told = reportDonors([
    by('person', '王小明', false, 5n),
    by('organisation', '甲公司', false, 10n),
    by('organisation', '乙公司', true, 100n),
    by('organisation', '丙公司', false, 30n),
  ]);
  expect(told).toEqual([
    { name: '丙公司', gifts: 1, fen: '30' },
    { name: '甲公司', gifts: 1, fen: '10' },
    { name: null, gifts: 2, fen: '105' },
  ]);
  expect(reportDonors([])).toEqual([]);
});

test('the page says that a draft is one, and tells each sum in yuan', () => {
  const content = {
    ...{ fund: { name: '某基金', legalForm: 'foundation', registration: null }, year: 2018, verdict: 'spending-short' },
    ...{ sums: { moneyIncome: '100', spent: '7' }, spendingRatio: '7.00', administrationRatio: null },
    ...{ uses: [], donors: [{ name: null, gifts: 2, fen: '5' }], goods: [], council: [{ name: '甲', post: 'chair' }] },
  };
  expect(reportTable(content, false).title).toBe('某基金年度公开报告（草稿）');
  const { title, rows } = reportTable(content, true);
  expect(title).toBe('某基金年度公开报告');
  expect(rows).toEqual(
    expect.arrayContaining([
      ['收入', '资金捐赠', '1.00'],
      ['支出', '慈善活动（占计算基数 7.00%）', '0.07'],
      ['判定', '慈善活动支出不足', ''],
      ['捐赠', '个人及匿名捐赠人（2 笔）', '0.05'],
      ['理事会', '理事长 甲', ''],
    ]),
  );
});
