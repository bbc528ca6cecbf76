// A move of goods (物资流转): from stock to a household's package, to its hands or back, or on to another place; appended.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '物资流转 · A move of goods' })
@Entity('goods_move')
export class GoodsMove {
  @Field(() => ID, { description: '流转标识 · Id of the move' })
  @IdColumn()
  id: string;

  @RefColumn()
  lotId: string;

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

  @RefColumn(true)
  caseId: string | null;

  @RefColumn(true)
  householdId: string | null;

  @RefColumn(true)
  childId: string | null;

  @Field({
    description:
      '种类：allocate 分配、deliver 签收、give-back 退库、send-on 调拨、count-in 清点入库、missing 短少、withdraw 撤回 · Kind, a code',
  })
  @TextColumn()
  kind: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  @WholeColumn()
  quantity: number;

  @RefColumn(true)
  movedBy: string | null;

  @Field(() => Date, { description: '时刻 · When' })
  @InstantColumn()
  movedAt: Date;
}
