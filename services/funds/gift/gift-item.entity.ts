// Goods of a gift (捐赠物资), each valued by its invoice, else by an appraisal; and the receipt of a gift with its code.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FenColumn, IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';
import { Gift } from './gift.entity';
import { Valuation } from './gift.rules';

registerEnumType(Valuation, {
  name: 'GoodsValuation',
  description: '物资计价依据 · How goods are valued',
  valuesConfig: {
    invoice: { description: '发票 · By invoice' },
    appraisal: { description: '评估 · By appraisal' },
  },
});

@ObjectType({ description: '捐赠的物资 · Goods of a gift' })
@Entity('gift_item')
export class GiftItem {
  @Field(() => ID, { description: '物资标识 · Id of the goods' })
  @IdColumn()
  id: string;

  @RefColumn()
  giftId: string;

  @Field({ description: '物资名称 · What it is' })
  @TextColumn()
  good: string;

  @Field({ description: '计量单位 · Unit' })
  @TextColumn()
  unit: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  @WholeColumn()
  quantity: number;

  @Field(() => Money, { description: '价值合计 · Worth of all' })
  @FenColumn()
  value: bigint;

  @Field(() => Valuation, { description: '计价依据：有发票按发票，否则评估 · By invoice, else by appraisal' })
  @TextColumn()
  valuedBy: Valuation;

  @Field({ description: '发票号或评估文号 · Number of the invoice or appraisal' })
  @TextColumn()
  valuationDocument: string;
}

@ObjectType({ description: '捐赠票据，查询码只显示这一次 · A receipt; its code is shown this once' })
export class GiftReceipt {
  @Field(() => Gift, { description: '捐赠 · The gift' })
  gift: Gift;

  @Field({
    description:
      '查询码，交捐赠人凭以查看善款去向，系统只存其哈希 · The code by which the donor follows the gift; only its hash is kept',
  })
  code: string;
}
