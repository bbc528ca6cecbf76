// A trace of money (资金追溯): nodes with what came in, what went on and what stays, and the flows between them.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';
import { TraceDirection, TraceNodeKind, TraceStart } from './trace-node.rules';

registerEnumType(TraceStart, {
  name: 'TraceStart',
  description: '追溯起点 · What a trace begins from',
  valuesConfig: {
    allotment: { description: '指标文 · An allotment notice' },
    lot: { description: '资金批次，即指标文的一行 · A lot, which is a line of a notice' },
    project: { description: '项目 · A project' },
    distribution: { description: '资产收益分配 · A distribution of what an asset yields' },
    disbursement: { description: '发放批次 · A disbursement' },
    village: {
      description:
        '一批发放中一个村的明细，标识为“批次/地区” · The payments of a disbursement in a village, by `batch/region`',
    },
    payment: { description: '发放明细 · A payment line' },
    cardBatch: { description: '一卡通批次 · A one-card batch' },
    bankLine: { description: '一卡通明细（一次代发）· A line of a one-card batch: one attempt at the bank' },
    bankFileLine: { description: '银行回盘的一行，标识为“文件/序号” · A line of a bank’s file, by `file/ordinal`' },
    statementLine: { description: '国库、银行对账单的一行 · A line of a statement of treasury or bank' },
    contract: { description: '分阶段报账的合同 · A contract that is paid in stages' },
    claim: { description: '一次报账 · A claim of a stage' },
    fundPayment: { description: '扶贫基金的一笔付款 · A payment of a charity fund' },
  },
});

registerEnumType(TraceDirection, {
  name: 'TraceDirection',
  description: '追溯方向 · Which way',
  valuesConfig: {
    forward: { description: '向下：去了哪里 · Forward: where it went' },
    back: { description: '向上：从哪里来 · Back: where it came from' },
    both: { description: '双向 · Both' },
  },
});

registerEnumType(TraceNodeKind, {
  name: 'TraceNodeKind',
  description: '追溯节点的种类 · What a node of a trace is',
  valuesConfig: {
    allotment: { description: '指标文 · A notice' },
    lot: { description: '资金批次 · A lot' },
    project: { description: '项目 · A project' },
    distribution: { description: '资产收益分配 · A distribution of an asset' },
    disbursement: { description: '发放批次，含重发 · A disbursement, also one that issues again' },
    village: { description: '一批发放中一个村的明细 · The payments of a disbursement in a village' },
    payment: { description: '一户的发放明细 · The payment of one household' },
    cardBatch: { description: '一卡通批次 · A one-card batch' },
    bankLine: { description: '银行代发明细 · A line at the bank' },
    recipients: { description: '一个村已到户的 · What arrived in a village' },
    card: { description: '已到一户卡上的 · What arrived on one card' },
    return: { description: '退回的 · What came back' },
    contract: { description: '报账合同 · A contract' },
    claim: { description: '报账 · A claim' },
    fundPayment: { description: '扶贫基金的付款 · A payment of a charity fund' },
    outside: { description: '其他地区，不在您的范围内 · Other regions, outside your scope' },
    rest: { description: '本页以外的其余节点 · The nodes beyond this page' },
  },
});

@ObjectType({ description: '追溯的一个节点：进 = 出 + 留 · A node: what came in is what went on and what stays' })
export class FundTraceNode {
  @Field(() => ID, { description: '节点标识（本次追溯内）· Id within this trace' })
  id: string;

  @Field(() => TraceNodeKind, { description: '种类 · Kind' })
  kind: TraceNodeKind;

  @Field({ description: '是否追溯的起点 · Whether the trace begins here' })
  start: boolean;

  @Field(() => TraceStart, {
    nullable: true,
    description:
      '可据以继续追溯的起点种类；合并的、范围外的为空 · From what it is traced further; null of what is merged or outside',
  })
  from: TraceStart | null;

  @Field(() => ID, { nullable: true, description: '可据以继续追溯的标识 · By which id it is traced further' })
  fromId: string | null;

  @Field({ description: '名称 · What it is called' })
  label: string;

  @Field(() => String, { nullable: true, description: '文号、批次号或编号 · Number' })
  number: string | null;

  @Field(() => String, { nullable: true, description: '状态代码 · Code of its state' })
  state: string | null;

  @Field(() => String, { nullable: true, description: '用途、阶段、原因等 · Purpose, stage or reason' })
  detail: string | null;

  @Field(() => Money, { nullable: true, description: '其本身的全部金额 · Its own whole amount' })
  amount: bigint | null;

  @Field(() => Money, { nullable: true, description: '流入；不予公开的为空 · What came in; null when withheld' })
  cameIn: bigint | null;

  @Field(() => Money, { nullable: true, description: '流出；不予公开的为空 · What went on; null when withheld' })
  wentOn: bigint | null;

  @Field(() => Money, { nullable: true, description: '留存；不予公开的为空 · What stays; null when withheld' })
  stays: bigint | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '笔数；其余为节点数，范围外为户数 · How many flows came in; of the rest how many nodes, of what is outside how many households',
  })
  count: number | null;

  @Field({
    description:
      '因范围外不足五户，合计不予公开 · Whether its sums are withheld, for there are fewer than five households outside',
  })
  withheld: boolean;

  regionId: string | null;
  householdId: string | null;
  payeeName: string | null;
  maskedCard: string | null;
}

@ObjectType({ description: '节点之间的资金流 · A flow between two nodes' })
export class FundTraceLink {
  @Field(() => ID, { description: '来自节点 · From which node' })
  fromId: string;

  @Field(() => ID, { description: '去往节点 · To which node' })
  toId: string;

  @Field(() => Money, { nullable: true, description: '金额；不予公开的为空 · Amount; null when withheld' })
  amount: bigint | null;

  @Field(() => Int, { nullable: true, description: '笔数 · How many flows' })
  count: number | null;
}

@ObjectType({ description: '一类节点的下一页 · The next page of the nodes of a kind' })
export class FundTraceMore {
  @Field(() => TraceNodeKind, { description: '哪一类 · Of which kind' })
  kind: TraceNodeKind;

  @Field(() => Int, { description: '还有多少个 · How many are left' })
  left: number;

  @Field({ description: '以此作 after 再问 · The cursor to ask with' })
  after: string;
}

@ObjectType({ description: '资金追溯 · A trace of money' })
export class FundTrace {
  @Field(() => [FundTraceNode], { description: '节点 · Nodes' })
  nodes: FundTraceNode[];

  @Field(() => [FundTraceLink], { description: '资金流 · Flows' })
  links: FundTraceLink[];

  @Field(() => [FundTraceMore], { description: '各类节点的下一页 · Next pages' })
  more: FundTraceMore[];
}
