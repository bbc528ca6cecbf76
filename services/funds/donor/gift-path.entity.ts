// Where a gift went (捐赠去向), as its donor sees it: money and goods with sums that close, regions with how many households, and nobody by name.
import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import type { GivenItem, ItemPath } from './gift-goods.rules';

@ObjectType({ description: '一个镇街的受助户 · Households of a town that it reached' })
export class GiftPathPlace {
  regionId: string;

  @Field(() => Int, { description: '户数，不少于五 · Households, five at least' })
  households: number;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@ObjectType({ description: '户数少于五的各处合并，不单列 · What few households stand behind, told together' })
export class GiftPathTogether {
  @Field(() => Int, { nullable: true, description: '户数；少于五不示 · Households; not told below five' })
  households: number | null;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@ObjectType({ description: '一次使用 · One use of the gift' })
export class GiftPathUse {
  @Field({
    description:
      '种类：households 发放到户、purchase 采购、administration 管理费、contract 项目合同 · Kind: to households, purchase, administration, contract',
  })
  kind: string;

  @Field({ description: '用途代码 · Purpose, a code' })
  purpose: string;

  @Field({ description: '项目、批次文号或事项 · Project, document of the batch, or what it was for' })
  title: string;

  @Field(() => CalendarDay, { description: '支付日期 · Paid on' })
  paidOn: string;

  @Field(() => Money, { description: '金额，扣除退回 · Amount, less what came back' })
  amount: bigint;

  @Field(() => Int, {
    nullable: true,
    description: '户数；不到户的为空 · Households; none where it went to nobody of them',
  })
  households: number | null;

  @Field(() => [GiftPathPlace], { description: '按镇街 · By town' })
  places: GiftPathPlace[];

  @Field(() => GiftPathTogether, { nullable: true, description: '其余镇街合并 · The other towns together' })
  elsewhere: GiftPathTogether | null;
}

@ObjectType({ description: '一个镇街领到物资的户 · Households of a town that received the good' })
export class GiftItemPlace {
  regionId: string;

  @Field(() => Int, { description: '户数，不少于五 · Households, five at least' })
  households: number;

  @Field(() => Int, { description: '数量 · Quantity' })
  quantity: number;
}

@ObjectType({ description: '户数少于五的各处合并的物资 · Goods that few households received, told together' })
export class GiftItemTogether {
  @Field(() => Int, { nullable: true, description: '户数；少于五不示 · Households; not told below five' })
  households: number | null;

  @Field(() => Int, { description: '数量 · Quantity' })
  quantity: number;
}

@ObjectType({
  description: '一种捐赠物资现在何处；各项之和为数量 · Where a donated good is; the parts make its quantity',
})
export class GiftPathItem implements ItemPath {
  itemId: string;

  @Field({ description: '物资 · The good' })
  good: string;

  @Field({ description: '计量单位 · Unit' })
  unit: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  quantity: number;

  @Field(() => Int, { description: '已验收、尚未清点入库 · Accepted, and not counted into stock yet' })
  announced: number;

  @Field(() => Int, { description: '库存 · In stock' })
  stock: number;

  @Field(() => Int, { description: '已装包、尚未签收 · Packed, and not received yet' })
  onTheWay: number;

  @Field(() => Int, { description: '已签收 · Received by households' })
  delivered: number;

  @Field(() => Int, { description: '清点短少 · Missing when it was counted' })
  missing: number;

  @Field(() => Int, { description: '不可用而撤回 · Withdrawn because it cannot be used' })
  withdrawn: number;

  @Field(() => Int, { description: '曾退库（已计入库存）· Came back at some time; it is in the stock' })
  givenBack: number;

  @Field(() => [GiftItemPlace], { description: '按镇街 · By town' })
  places: GiftItemPlace[];

  @Field(() => GiftItemTogether, { nullable: true, description: '其余镇街合并 · The other towns together' })
  elsewhere: GiftItemTogether | null;
}

@ObjectType({ description: '捐赠去向：凭票据号和查询码 · Where a gift went, for whoever has its receipt and code' })
export class GiftPath {
  giftId: string;

  @Field({ description: '捐赠编号 · Number of the gift' })
  number: string;

  @Field({ description: '种类：money 资金、goods 物资 · Money or goods' })
  kind: string;

  @Field({ description: '受赠基金 · The fund' })
  fundName: string;

  @Field({ description: '捐赠票据号 · Number of the receipt' })
  receiptNumber: string;

  @Field(() => CalendarDay, { description: '验收日期 · Accepted on' })
  acceptedOn: string;

  @Field(() => Money, { description: '捐赠金额或物资价值 · Amount, or worth of the goods' })
  received: bigint;

  @Field(() => String, { nullable: true, description: '定向用途代码 · Purpose that it was given for, a code' })
  purpose: string | null;

  @Field(() => String, { nullable: true, description: '定向受益人群 · Whom it was given for' })
  targetGroup: string | null;

  restrictedRegionId: string | null;

  @Field(() => Money, { description: '资金合计 = 未使用 + 办理中 + 已支付 · Money: unused, under way and paid' })
  whole: bigint;

  @Field(() => Money, { description: '未使用 · Not used yet' })
  unused: bigint;

  @Field(() => Money, { description: '办理中 · Under way' })
  underWay: bigint;

  @Field(() => Money, { description: '已支付，扣除退回 · Paid, less what came back' })
  paid: bigint;

  @Field(() => [GiftPathUse], { description: '已支付的各次使用 · The uses that were paid' })
  uses: GiftPathUse[];

  @Field(() => GiftPathTogether, {
    nullable: true,
    description: '受助户少于五的各次使用合并 · The uses that few households stand behind, together',
  })
  others: GiftPathTogether | null;

  items: GivenItem[];
}
