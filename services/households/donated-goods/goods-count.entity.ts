// A count of donated goods (清点): what of an announced lot was found where it was brought, by another person than who accepted the gift.
import { Field, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '清点：捐赠物资到库 · A count of donated goods as they arrived' })
@Entity('goods_count')
export class GoodsCount {
  @IdColumn()
  lotId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  acceptedBy: string | null;

  @Field(() => Int, { description: '实收 · Counted' })
  @WholeColumn()
  counted: number;

  @Field(() => Int, { description: '短少 · Missing' })
  @WholeColumn()
  missing: number;

  @Field(() => String, { nullable: true, description: '短少原因 · Why something is missing' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  countedBy: string;

  @Field(() => Date, { description: '清点时刻 · When it was counted' })
  @InstantColumn()
  countedAt: Date;
}
