// Lists of claims as tables (清算单清单、账龄表): pure rows out of what the graph lists.
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import { type ClearingKind, ClearingState } from './clearing.rules';
import { clearingKindWords } from './clearing-sheet.rules';

export enum ClaimList {
  clearings = 'clearings',
  ageing = 'ageing',
}

export const claimListTitles: Readonly<Record<ClaimList, string>> = {
  [ClaimList.clearings]: '医疗费用清算单清单',
  [ClaimList.ageing]: '医疗费用应付账龄表',
};

const clearingStateWords: Readonly<Record<ClearingState, string>> = {
  [ClearingState.claimed]: '已申报',
  [ClearingState.reviewed]: '已审核',
  [ClearingState.disputed]: '有异议',
  [ClearingState.reconciled]: '已核对',
  [ClearingState.applied]: '已申请付款',
  [ClearingState.approved]: '已复核',
  [ClearingState.paid]: '已拨付',
  [ClearingState.withdrawn]: '已撤回',
};

interface ListedClearing {
  period: string;
  kind: ClearingKind;
  state: ClearingState;
  hospitalId: string;
  payerUnitId: string;
  lineCount: number | null;
  claimed: Fen;
  deducted: Fen;
  deposit: Fen | null;
  setOff: Fen | null;
  payable: Fen | null;
  claimedOn: string | null;
  paidOn: string | null;
  document: string | null;
}

interface ListedAgeing {
  hospitalId: string;
  payerUnitId: string;
  on: string;
  owed: Fen;
  unclaimed: Fen;
  oldestOn: string | null;
  bands: readonly { fromDays: number; toDays: number | null; amount: Fen }[];
  deducted: Fen;
  deposit: Fen;
  prepaid: Fen;
  paid: Fen;
}

type NameOf = (unitId: string) => string;
const yuan = (fen: bigint | null) => (fen === null ? '' : formatYuan(fen));

export const clearingColumns = [
  ...[
    '期间',
    '类别',
    '医院',
    '支付方',
    '状态',
    '笔数',
    '申报金额（元）',
    '审核扣款（元）',
    '质量保证金（元）',
    '冲抵预付（元）',
  ],
  ...['应拨付（元）', '申报日期', '支付日期', '付款文号'],
];

export const clearingRow = (told: ListedClearing, nameOf: NameOf): string[] => [
  ...[told.period, clearingKindWords[told.kind], nameOf(told.hospitalId), nameOf(told.payerUnitId)],
  ...[clearingStateWords[told.state], String(told.lineCount ?? ''), yuan(told.claimed), yuan(told.deducted)],
  ...[yuan(told.deposit), yuan(told.setOff), yuan(told.payable), told.claimedOn ?? '', told.paidOn ?? ''],
  told.document ?? '',
];

/** The bands are those of the pack of the day, and the same in every row. */
export const ageingColumns = (bands: ListedAgeing['bands']): string[] => [
  ...['医院', '支付方', '截至日期', '应付合计（元）', '其中尚未申报（元）', '最早未清结算日期'],
  ...bands.map(({ fromDays, toDays }) =>
    toDays === null ? `${fromDays} 天以上（元）` : `${fromDays} 至 ${toDays} 天（元）`,
  ),
  ...['审核扣款（元）', '质量保证金（元）', '未冲抵预付（元）', '已拨付（元）'],
];

export const ageingRow = (told: ListedAgeing, nameOf: NameOf): string[] => [
  ...[nameOf(told.hospitalId), nameOf(told.payerUnitId), told.on, yuan(told.owed), yuan(told.unclaimed)],
  ...[told.oldestOn ?? '', ...told.bands.map(({ amount }) => yuan(amount))],
  ...[yuan(told.deducted), yuan(told.deposit), yuan(told.prepaid), yuan(told.paid)],
];
