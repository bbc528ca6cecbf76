// A lot of goods (物资批): what was bought or donated on one document, and where its pieces are now.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Classified } from '#platform/graph/classified';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '物资批：购入或捐赠 · A lot of goods, bought or donated' })
@Entity('goods_lot')
export class GoodsLot {
  @Field(() => ID, { description: '物资批标识 · Id of the lot' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '物资 · The good' })
  @TextColumn()
  good: string;

  @Field({ description: '计量单位 · Unit' })
  @TextColumn()
  unit: string;

  @Field({ description: '来源：bought 购入、donated 捐赠 · Bought or donated' })
  @TextColumn()
  source: string;

  @Field(() => String, { nullable: true, description: '捐赠人 · Donor' })
  @Classified('personal')
  @TextColumn(true)
  donor: string | null;

  @Field({ description: '入库凭证号 · Document on which it came' })
  @TextColumn()
  documentNumber: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  @WholeColumn()
  quantity: number;

  @RefColumn(true)
  parentId: string | null;

  @RefColumn(true)
  sentBy: string | null;

  @Field(() => CalendarDay, { description: '入库日期 · Received on' })
  @DayColumn()
  receivedOn: string;

  @RefColumn(true)
  receivedBy: string | null;

  @RefColumn(true)
  giftId: string | null;

  @RefColumn(true)
  giftItemId: string | null;

  @Field(() => String, { nullable: true, description: '捐赠票据号 · Receipt of the gift' })
  @TextColumn(true)
  receiptNumber: string | null;

  @RefColumn(true)
  restrictedRegionId: string | null;

  @Field(() => String, { nullable: true, description: '限定用途代码 · The purpose that the gift is for, a code' })
  @TextColumn(true)
  restrictedPurpose: string | null;

  @RefColumn(true)
  acceptedBy: string | null;

  @InstantColumn()
  recordedAt: Date;
}

@ObjectType({
  description: '一批物资现在何处；各项之和恒等于数量 · Where a lot is now; the parts always make the whole',
})
export class GoodsBalance {
  lotId: string;

  @Field(() => Int, { description: '库存 · In stock' })
  stock: number;

  @Field(() => Int, { description: '已分配未签收 · Allocated and not received yet' })
  allocated: number;

  @Field(() => Int, { description: '已签收 · Received' })
  delivered: number;

  @Field(() => Int, { description: '已调拨下级 · Sent on' })
  sentOn: number;

  @Field(() => Int, { description: '捐赠已验收、尚未清点 · Announced by the fund and not counted yet' })
  announced: number;

  @Field(() => Int, { description: '清点短少 · Missing when it was counted' })
  missing: number;

  @Field(() => Int, { description: '不可用而撤回 · Withdrawn because it cannot be used' })
  withdrawn: number;
}
