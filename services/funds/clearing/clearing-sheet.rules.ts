// The official papers of a clearing (清算表、付款申请): pure rows out of its lines, amounts, days and hands.
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import type { TableSheet } from '../fund-table/fund-table.rules';
import { ClearingKind } from './clearing.rules';
import { yuanInWords } from './yuan-in-words.rules';

export enum ClearingSheet {
  clearing = 'clearing',
  payment = 'payment',
}

export const sheetTitles: Readonly<Record<ClearingSheet, string>> = {
  clearing: '医疗费用清算表',
  payment: '医疗费用清算付款申请',
};

export const clearingKindWords: Readonly<Record<ClearingKind, string>> = {
  [ClearingKind.month]: '月度清算',
  [ClearingKind.year]: '年终清算',
  [ClearingKind.prepayment]: '预付',
};
const lineKinds: Readonly<Record<string, string>> = { settlement: '结算', strike: '冲账', supplement: '补结算' };

export interface SheetLine {
  ordinal: number;
  settlementId: string;
  kind: string;
  settledOn: string;
  amount: Fen;
  deducted: Fen;
  reason: string | null;
}

export interface SheetFacts {
  id: string;
  kind: ClearingKind;
  period: string;
  hospital: string;
  payer: string;
  claimed: Fen;
  deducted: Fen;
  deposit: Fen | null;
  setOff: Fen | null;
  payable: Fen | null;
  document: string | null;
  linesHash: string | null;
  packHash: string;
  /** what was done, by whom and on which day, in order */
  hands: readonly { what: string; who: string; on: string }[];
}

const amountOf = (fen: Fen | null) => (fen === null ? '' : formatYuan(fen));
const hand = ({ what, who, on }: SheetFacts['hands'][number]): string[] => [what, `${who} ${on}`];

export function clearingTable(facts: SheetFacts, lines: readonly SheetLine[]): TableSheet {
  const { hospital, payer, claimed, deducted, deposit, setOff, payable, linesHash, hands } = facts;
  const wide = (what: string, told: string) => [what, told, '', '', '', '', '', ''];
  return {
    title: sheetTitles.clearing,
    columns: ['序号', '结算编号', '结算日期', '类别', '申报金额（元）', '审核扣款（元）', '扣款原因', '核定金额（元）'],
    rows: lines.map((line) => [
      ...[String(line.ordinal), line.settlementId, line.settledOn, lineKinds[line.kind] ?? line.kind],
      ...[
        formatYuan(line.amount),
        formatYuan(line.deducted),
        line.reason ?? '',
        formatYuan(line.amount - line.deducted),
      ],
    ]),
    foot: [
      ['合计', '', '', '', formatYuan(claimed), formatYuan(deducted), '', formatYuan(claimed - deducted)],
      ...(
        [
          ['质量保证金', deposit],
          ['冲抵预付', setOff],
          ['应拨付', payable],
        ] as const
      ).map(([what, fen]) => [what, '', '', '', '', '', '', amountOf(fen)]),
      wide('医院', hospital),
      wide('支付方', payer),
      wide('清算类别', clearingKindWords[facts.kind]),
      wide('说明', '审核扣款由医院负担，不得转嫁患者'),
      ...(linesHash === null ? [] : [wide('清单哈希', linesHash)]),
      ...hands.map((each) => wide(...(hand(each) as [string, string]))),
    ],
  };
}

/** One form a payment: what for, to whom, how much in both ways of writing, and the three hands. */
export function paymentForm(facts: SheetFacts): TableSheet {
  const { payable, document } = facts;
  return {
    title: sheetTitles.payment,
    columns: ['项目', '内容'],
    rows: [
      ['申请单位（支付方）', facts.payer],
      ['收款单位（医院）', facts.hospital],
      ['清算类别', clearingKindWords[facts.kind]],
      ['所属期', facts.period],
      ['依据文号', document ?? ''],
      ['申报金额（元）', formatYuan(facts.claimed)],
      ['审核扣款（元）', formatYuan(facts.deducted)],
      ['核定金额（元）', formatYuan(facts.claimed - facts.deducted)],
      ['质量保证金（元）', amountOf(facts.deposit)],
      ['冲抵预付（元）', amountOf(facts.setOff)],
      ['申请付款（元）', amountOf(payable)],
      ['申请付款（大写）', payable === null ? '' : yuanInWords(payable)],
      ['清算规则包', facts.packHash.slice(0, 16)],
      ['清算单编号', facts.id],
      ...facts.hands.map(hand),
      ['单位负责人（签章）', ''],
    ],
  };
}
