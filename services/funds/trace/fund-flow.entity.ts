// The flow of a year's money in a region (资金流向), as nodes and links of a drawing.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

export enum FlowLayerEnum {
  source = 'source',
  use = 'use',
  region = 'region',
  way = 'way',
  outcome = 'outcome',
}

registerEnumType(FlowLayerEnum, {
  name: 'FundFlowLayer',
  description: '流向图的层次 · A layer of the flow',
  valuesConfig: {
    source: { description: '来源级次 · Source level' },
    use: { description: '资金账类与支出方向 · Book and spending direction' },
    region: { description: '资金所在地区 · Where the money lies' },
    way: { description: '支付方式 · Way of paying' },
    outcome: {
      description: '去向：已支付、待支付、退回、未使用等 · Outcome: spent, waiting, returned, left and so on',
    },
  },
});

@ObjectType({ description: '流向图的一个节点 · A node of the flow' })
export class FundFlowNode {
  @Field(() => ID, { description: '节点标识 · Id of the node' })
  id: string;

  @Field(() => FlowLayerEnum, { description: '层次 · Layer' })
  layer: FlowLayerEnum;

  @Field(() => String, {
    nullable: true,
    description: '名称；地区的见 region · Name; that of a region is with the region',
  })
  label: string | null;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  regionId: string | null;
}

@ObjectType({ description: '流向图的一条连线 · A link of the flow' })
export class FundFlowLink {
  @Field(() => ID, { description: '来自节点 · From which node' })
  fromId: string;

  @Field(() => ID, { description: '去往节点 · To which node' })
  toId: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@ObjectType({ description: '一年的资金流向：各层合计相等 · The flow of a year’s money: what flows in flows out' })
export class FundFlow {
  @Field(() => Money, { description: '资金总额（净分解，不重复）· All of it, each fen once' })
  total: bigint;

  @Field(() => [FundFlowNode], { description: '节点，逐层由大到小 · Nodes, layer by layer, the largest first' })
  nodes: FundFlowNode[];

  @Field(() => [FundFlowLink], { description: '连线 · Links' })
  links: FundFlowLink[];
}
