// The official tables (支出进度月报、资金台账): pure rows out of the lots as they stood at the end of a month.
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import { executionOf, type LotOnDay } from '../clock/run-clocks.rules';

export enum FundTable {
  progress = 'progress',
  ledger = 'ledger',
  spendingPlan = 'spending-plan',
}

export enum TableFormat {
  xlsx = 'xlsx',
  page = 'page',
}

export interface TableSheet {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** sums and hands below the rows, as wide as they are */
  foot?: readonly (readonly string[])[];
}

export const tableTitles: Readonly<Record<FundTable, string>> = {
  progress: '支出进度月报',
  ledger: '资金台账',
  'spending-plan': '用款计划',
};

const sources: Readonly<Record<string, string>> = { central: '中央', province: '省级', city: '市级', district: '区级' };
export const bookNames: Readonly<Record<string, string>> = {
  special: '财政专项',
  integrated: '行业·整合',
  donation: '社会捐赠',
  medical: '医疗结算',
};

/** Spent is paid to the last recipient; what is reserved, or lies with a department or town, is not. */
function progressTable(lots: readonly LotOnDay[], nameOf: (regionId: string) => string): TableSheet {
  const special = lots.filter(({ book }) => book === 'special');
  const regions = [...new Set(special.map(({ regionId }) => regionId))];
  const row = (name: string, counted: readonly LotOnDay[]) => {
    const { allotted, paid, balance, rate } = executionOf(counted, '1');
    return [name, ...[allotted, paid, balance].map((fen: Fen) => formatYuan(fen)), rate ?? ''];
  };
  return {
    title: tableTitles.progress,
    columns: ['资金所在地区', '下达（元）', '已支付（元）', '结余（元）', '支出进度（%）'],
    rows: [
      ...regions.map((id) =>
        row(
          nameOf(id),
          special.filter(({ regionId }) => regionId === id),
        ),
      ),
      ...Object.entries(sources).map(([level, name]) =>
        row(
          `其中：${name}`,
          special.filter(({ sourceLevel }) => sourceLevel === level),
        ),
      ),
      row('合计', special),
    ],
  };
}

function ledgerTable(lots: readonly LotOnDay[], nameOf: (regionId: string) => string): TableSheet {
  return {
    title: tableTitles.ledger,
    columns: ['文号', '来源', '资金账类', '年度', '地区', '起算日', '行金额', '净下达', '可用', '已占用', '已支付'],
    rows: lots.map((lot) => [
      ...[lot.number, sources[lot.sourceLevel] ?? lot.sourceLevel, bookNames[lot.book] ?? lot.book, String(lot.year)],
      ...[nameOf(lot.regionId), lot.clockFrom],
      ...[lot.amount, lot.allotted, lot.available, lot.reserved, lot.paid].map((fen: Fen) => formatYuan(fen)),
    ]),
  };
}

export const lotTableOf = (
  table: FundTable.progress | FundTable.ledger,
  lots: readonly LotOnDay[],
  nameOf: (regionId: string) => string,
): TableSheet => (table === 'progress' ? progressTable(lots, nameOf) : ledgerTable(lots, nameOf));
