// A statement in a profile: headings are found, amounts and days read, and what is wrong is named by its cell.
import { readData } from '#platform/process/read-data';
import { readStatement } from './read-statement.rules';
import { parseStatementProfile, type StatementProfile } from './statement-profile.rules';

const [bank, treasury] = readData('statement-profiles', parseStatementProfile) as [StatementProfile, StatementProfile];
const records = (...rows: string[]) => rows.map((row, at) => ({ line: at + 1, cells: row.split('|') }));
const HEAD = '交易日期|凭证号|摘要|借方发生额|贷方发生额|余额|对方户名';
const cells = (...rows: string[]) =>
  readStatement(bank, '2018-05', records(HEAD, ...rows)).flaws.map(({ cell }) => cell);

test('each line by its headings; opening and closing follow from the balances', () => {
  const read = readStatement(
    bank,
    '2018-05',
    records('某行账户明细', '', HEAD, '20180503|P1|拨款||1,000.00|1500.50|国库', '20180504|P2|支付|300.50||1200.00|'),
  );
  expect(read).toEqual({
    ...{ opening: 50_050n, closing: 120_000n, flaws: [] },
    lines: [
      { day: '2018-05-03', direction: 'in', reference: 'P1', amount: 100_000n, counterparty: '国库' },
      { day: '2018-05-04', direction: 'out', reference: 'P2', amount: 30_050n, counterparty: undefined },
    ],
  });
  const other = records(
    '日期|支付凭证号|收入（元）|支出（元）|余额（元）|收（付）款单位',
    '2018-05-03|P1|5.00||-5.00|',
  );
  expect(readStatement(treasury, '2018-05', other)).toMatchObject({ opening: -1_000n, closing: -500n });
});

test('what is wrong is named by its cell', () => {
  expect(readStatement(bank, '2018-05', records('日期|金额')).flaws).toMatchObject([{ cell: 'A1' }]);
  expect(cells()).toEqual(['A2']);
  expect(cells('2018-05-03|P1|||1.00|1.00|')).toEqual(['A2']);
  expect(cells('20180603|P1|||1.00|1.00|')).toEqual(['A2']);
  expect(cells('20180503||||1.00|1.00|')).toEqual(['B2']);
  expect(cells('20180503|P1||一元||1.00|')).toContain('D2');
  expect(cells('20180503|P1||1.00|1.00|1.00|')).toEqual(['E2']);
  expect(cells('20180503|P1|||1.00||')).toEqual(['F2']);
  expect(cells('20180503|P1|||1.00|1.00|', '20180504|P2|||1.00|3.00|')).toEqual(['F3']);
});
