// What a node of a trace of money is (追溯节点), in words: its kind, and what it is called, by what is announced of it.

/** From where a trace may begin. */
export enum TraceStart {
  allotment = 'allotment',
  lot = 'lot',
  project = 'project',
  distribution = 'distribution',
  disbursement = 'disbursement',
  village = 'village',
  payment = 'payment',
  cardBatch = 'cardBatch',
  bankLine = 'bankLine',
  bankFileLine = 'bankFileLine',
  statementLine = 'statementLine',
  contract = 'contract',
  claim = 'claim',
  fundPayment = 'fundPayment',
}

export enum TraceDirection {
  forward = 'forward',
  back = 'back',
  both = 'both',
}

export enum TraceNodeKind {
  allotment = 'allotment',
  lot = 'lot',
  project = 'project',
  distribution = 'distribution',
  disbursement = 'disbursement',
  village = 'village',
  payment = 'payment',
  cardBatch = 'cardBatch',
  bankLine = 'bankLine',
  recipients = 'recipients',
  card = 'card',
  return = 'return',
  contract = 'contract',
  claim = 'claim',
  fundPayment = 'fundPayment',
  outside = 'outside',
  rest = 'rest',
}

/** What can be asked about by its own id; the others are merged of several. */
export const startOf: Partial<Record<TraceNodeKind, TraceStart>> = {
  allotment: TraceStart.allotment,
  lot: TraceStart.lot,
  project: TraceStart.project,
  distribution: TraceStart.distribution,
  disbursement: TraceStart.disbursement,
  village: TraceStart.village,
  payment: TraceStart.payment,
  cardBatch: TraceStart.cardBatch,
  bankLine: TraceStart.bankLine,
  contract: TraceStart.contract,
  claim: TraceStart.claim,
  fundPayment: TraceStart.fundPayment,
};

export const kindTexts: Readonly<Record<TraceNodeKind, { zh: string; en: string }>> = {
  allotment: { zh: '指标文', en: 'notice' },
  lot: { zh: '资金批次', en: 'lot' },
  project: { zh: '项目', en: 'project' },
  distribution: { zh: '资产收益分配', en: 'distribution of an asset' },
  disbursement: { zh: '发放批次', en: 'disbursement' },
  village: { zh: '一村的发放明细', en: 'payments in a village' },
  payment: { zh: '发放明细', en: 'payment' },
  cardBatch: { zh: '一卡通批次', en: 'one-card batch' },
  bankLine: { zh: '银行代发明细', en: 'line at the bank' },
  recipients: { zh: '到户', en: 'arrived with households' },
  card: { zh: '到卡', en: 'arrived on the card' },
  return: { zh: '退回', en: 'returned' },
  contract: { zh: '报账合同', en: 'contract' },
  claim: { zh: '报账', en: 'claim' },
  fundPayment: { zh: '基金付款', en: 'payment of a charity fund' },
  outside: { zh: '其他地区（不在您的范围内）', en: 'other regions, outside your scope' },
  rest: { zh: '其余', en: 'the rest' },
};

export interface NamedNode {
  kind: TraceNodeKind;
  /** of the rest: of what kind they are */
  restOf: TraceNodeKind | null;
  number: string | null;
  title: string | null;
  /** of a notice its book: money that was given comes by no notice */
  detail: string | null;
}

/** `指标文 鲁财农指〔2018〕12号 · notice 鲁财农指〔2018〕12号`. */
export function labelOf({ kind, restOf, number, title, detail }: NamedNode): string {
  const given = kind === TraceNodeKind.allotment && detail === 'donation';
  const { zh, en } = given ? { zh: '捐赠', en: 'gift' } : kindTexts[kind];
  if (kind === TraceNodeKind.rest && restOf) {
    const of = kindTexts[restOf];
    return `${zh}：${of.zh} · ${en}: ${of.en}`;
  }
  const named = [kind === TraceNodeKind.project || kind === TraceNodeKind.contract ? title : null, number]
    .filter(Boolean)
    .map((each) => ` ${each}`)
    .join('');
  return `${zh}${named} · ${en}${named}`;
}
