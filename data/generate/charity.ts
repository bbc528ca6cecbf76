// The demo city's poverty-alleviation fund: founded in 2016, gifts of 2018 with one that is restricted, uses that the council passed. All of it is invented.
import { createHash } from 'node:crypto';

const YUAN = 100n;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

export const demoFund = {
  name: '莱芜市扶贫基金（演示）',
  legalForm: 'foundation',
  purpose: '资助建档立卡贫困户，扶持贫困村公益事业',
  steps: [
    { kind: 'initiation', day: '2016-10-08', initiators: ['莱芜市某商会', '莱芜某钢铁集团有限公司'] },
    { kind: 'charter', day: '2016-11-02', hash: hashOf('扶贫基金章程') },
    { kind: 'startup-money', day: '2016-11-20', fen: 2_000_000n * YUAN, document: '某验字〔2016〕7号（拟）' },
    { kind: 'council', day: '2016-12-01' },
    { kind: 'account', day: '2016-12-10', organ: '某商业银行', account: '8013 0001 0421 0000' },
    { kind: 'registration', day: '2016-12-26', organ: '莱芜市民政局', document: '莱民登〔2016〕31号（拟）' },
  ] as DemoStep[],
  council: [
    ['张宏业', 'chair'],
    ['李明远', 'vice-chair'],
    ['吕秀兰', 'secretary'],
    ['亓立新', 'member'],
    ['魏春生', 'member'],
  ] as const,
} as const;

export interface DemoStep {
  kind: string;
  day: string;
  document?: string;
  hash?: string;
  organ?: string;
  fen?: bigint;
  initiators?: string[];
  account?: string;
}

export interface DemoGift {
  number: string;
  kind: 'money' | 'goods';
  donorKind: 'person' | 'organisation';
  donor: string;
  isAnonymous: boolean;
  purpose: string | null;
  /** code of the region that it is given for, or where goods are kept */
  regionCode: string | null;
  target: string | null;
  fen: bigint;
  arrivedOn: string;
  /** null: it waits to be accepted */
  acceptedOn: string | null;
  receipt: string | null;
  items: readonly { good: string; unit: string; quantity: number; fen: bigint; by: 'invoice' | 'appraisal' }[];
}

const money = { kind: 'money', items: [], purpose: null, regionCode: null, target: null } as const;

export const demoGifts: readonly DemoGift[] = [
  {
    ...{
      ...money,
      number: 'JZ-2018-0001',
      donorKind: 'organisation',
      donor: '莱芜某钢铁集团有限公司',
      isAnonymous: false,
    },
    ...{ fen: 500_000n * YUAN, arrivedOn: '2018-03-08', acceptedOn: '2018-03-09', receipt: 'LW20180001' },
  },
  {
    ...{
      ...money,
      number: 'JZ-2018-0002',
      donorKind: 'person',
      donor: '王秀芝',
      isAnonymous: true,
      fen: 20_000n * YUAN,
    },
    ...{ purpose: 'rain-dew-plan', regionCode: '371202100', target: '学生' },
    ...{ arrivedOn: '2018-08-17', acceptedOn: '2018-08-20', receipt: 'LW20180002' },
  },
  {
    ...{ ...money, kind: 'goods', number: 'JZ-2018-0003', donorKind: 'organisation', donor: '莱芜某家纺有限公司' },
    ...{
      isAnonymous: false,
      regionCode: '371202',
      fen: 46_000n * YUAN,
      arrivedOn: '2018-10-18',
      acceptedOn: '2018-10-19',
    },
    receipt: 'LW20180003',
    items: [
      { good: '棉被', unit: '床', quantity: 200, fen: 16_000n * YUAN, by: 'invoice' },
      { good: '面粉', unit: '袋', quantity: 300, fen: 30_000n * YUAN, by: 'appraisal' },
    ],
  },
  {
    ...{ ...money, number: 'JZ-2018-0004', donorKind: 'organisation', donor: '莱芜市某商会', isAnonymous: false },
    ...{ fen: 30_000n * YUAN, arrivedOn: '2018-12-10', acceptedOn: null, receipt: null },
  },
];

/** By which the donor of the demo city follows a gift. */
export const demoReceiptCode = (receipt: string) => `demo-${receipt.toLowerCase()}`;
export const receiptCodeHash = (receipt: string) => hashOf(demoReceiptCode(receipt));

export interface DemoUse {
  number: string;
  kind: 'charity' | 'administration';
  purpose: string;
  regionCode: string;
  target: string | null;
  description: string;
  /** number of the gift that it draws on */
  gift: string;
  fen: bigint;
  draftedOn: string;
  /** null: it waits for the council */
  metOn: string | null;
  paid: { day: string; fen: bigint; payee: string; item: string; voucher: string } | null;
}

export const demoUses: readonly DemoUse[] = [
  {
    ...{ number: 'SY-2018-0001', kind: 'charity', purpose: 'donated-relief', regionCode: '371200', target: null },
    ...{ description: '冬季送温暖棉衣采购', gift: 'JZ-2018-0001', fen: 200_000n * YUAN },
    ...{ draftedOn: '2018-11-05', metOn: '2018-11-12' },
    paid: {
      day: '2018-11-20',
      fen: 198_000n * YUAN,
      payee: '莱芜某服装厂',
      item: '采购棉衣 900 套',
      voucher: '付字2018-11-01',
    },
  },
  {
    ...{ number: 'SY-2018-0002', kind: 'administration', purpose: 'charity-administration', regionCode: '371200' },
    ...{ target: null, description: '年度审计与办公', gift: 'JZ-2018-0001', fen: 10_000n * YUAN },
    ...{ draftedOn: '2018-11-05', metOn: '2018-11-12' },
    paid: {
      day: '2018-12-05',
      fen: 6_000n * YUAN,
      payee: '某会计师事务所',
      item: '年度审计',
      voucher: '付字2018-12-01',
    },
  },
  {
    ...{ number: 'SY-2018-0003', kind: 'charity', purpose: 'rain-dew-plan', regionCode: '371202100', target: '学生' },
    ...{ description: '职教学生生活补助', gift: 'JZ-2018-0002', fen: 20_000n * YUAN, draftedOn: '2018-12-03' },
    ...{ metOn: null, paid: null },
  },
];

export const minutesHash = (number: string) => hashOf(`会议纪要 ${number}`);
