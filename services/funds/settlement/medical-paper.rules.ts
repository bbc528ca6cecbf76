// What the papers of one-stop settlement say (结算单、还款协议): from what is stored alone, each amount once, and who signs.
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import type { Instalment } from '../repayment/repayment.rules';

export interface PaperTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface MedicalPaper {
  title: string;
  number: string;
  /** 补打, where it was printed before */
  mark: string | null;
  /** by twos: what it is, and how it stands */
  facts: readonly (readonly [string, string])[];
  tables: readonly PaperTable[];
  notes: readonly string[];
  signs: readonly string[];
}

export interface SlipFacts {
  number: string;
  /** how often it was printed, this time included */
  print: number;
  hospital: string;
  patient: string;
  encounter: string;
  admittedOn: string;
  dischargedOn: string;
  settledOn: string;
  kind: string;
  bill: Fen;
  inPolicy: Fen;
  outOfPolicy: Fen;
  patientPays: Fen;
  /** those that the encounter does not meet are told in the explanation alone */
  layers: readonly { payerName: { zh: string }; applies?: boolean; amount: string; zh: string }[];
  policy: string;
  engineVersion: string;
}

const kinds: Readonly<Record<string, string>> = {
  settlement: '医疗费用一站式结算单',
  strike: '医疗费用一站式结算冲账单',
  supplement: '医疗费用一站式补结算单',
};

/** Of a strike all amounts are negated; its layers are those of what it strikes. */
export function slipOf(facts: SlipFacts): MedicalPaper {
  const sign = facts.kind === 'strike' ? -1n : 1n;
  const amount = (fen: string) => formatYuan(sign * BigInt(fen));
  const met = facts.layers.filter(({ applies }) => applies !== false);
  return {
    title: kinds[facts.kind] ?? '结算单',
    number: facts.number,
    mark: facts.print > 1 ? `补打（第 ${facts.print} 次打印）` : null,
    facts: [
      ['医疗机构', facts.hospital],
      ['患者', facts.patient],
      ['就医方式', facts.encounter],
      ['结算日期', facts.settledOn],
      ['入院日期', facts.admittedOn],
      ['出院日期', facts.dischargedOn],
      ['总费用', `${formatYuan(facts.bill)} 元`],
      ['个人负担', `${formatYuan(facts.patientPays)} 元`],
      ['政策范围内', `${formatYuan(facts.inPolicy)} 元`],
      ['政策范围外', `${formatYuan(facts.outOfPolicy)} 元`],
    ],
    tables: [
      {
        caption: '各支付方（元）',
        head: ['序号', '支付方', '支付', '说明'],
        rows: met.map((layer, at) => [String(at + 1), layer.payerName.zh, amount(layer.amount), layer.zh]),
      },
    ],
    notes: [
      facts.kind === 'supplement'
        ? '本单列示重算后的各层全额；上列总费用与个人负担为与原结算的差额。'
        : '各层金额与个人负担合计等于总费用。',
      `依据：${facts.policy}；计算程序第 ${facts.engineVersion} 版。`,
    ],
    signs: ['患者（家属）签字：', '经办人：', '医疗机构（盖章）：', '年　　月　　日'],
  };
}

export interface AgreementFacts {
  number: string;
  hospital: string;
  patient: string;
  amount: Fen;
  signedOn: string;
  schedule: readonly Instalment[];
  paid: readonly { paidOn: string; amount: Fen }[];
  /** on the day of printing */
  open: Fen;
}

export function agreementPaper({
  number,
  hospital,
  patient,
  amount,
  signedOn,
  schedule,
  paid,
  open,
}: AgreementFacts): MedicalPaper {
  return {
    title: '还款协议',
    number,
    mark: null,
    facts: [
      ['医疗机构', hospital],
      ['患者', patient],
      ['协议金额', `${formatYuan(amount)} 元`],
      ['签订日期', signedOn],
      ['尚未偿还', `${formatYuan(open)} 元`],
      ['分期', `${schedule.length} 期`],
    ],
    tables: [
      {
        caption: '分期偿还',
        head: ['期次', '到期日', '金额（元）'],
        rows: schedule.map((part) => [String(part.number), part.dueOn, formatYuan(part.amount)]),
      },
      {
        caption: '已还',
        head: ['日期', '金额（元）'],
        rows: paid.map((each) => [each.paidOn, formatYuan(each.amount)]),
      },
    ],
    notes: ['患者出院时未付清个人负担部分，双方约定按上表分期偿还，不计利息；先诊疗后付费的患者不交押金。'],
    signs: ['患者（家属）签字：', '医疗机构（盖章）：', '年　　月　　日'],
  };
}
