// A list of households that go to a successor village (分村安置名单), proposed by one and approved by another.
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
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({
  description:
    '分村安置名单：村分立后各户去往哪一村 · Which successor village households go to after a village was split',
})
@Entity('resettlement')
export class Resettlement {
  @Field(() => ID, { description: '名单标识 · Id of the list' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  toRegionId: string;

  @PathColumn()
  toPath: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day' })
  @DayColumn()
  effectiveOn: string;

  @Field({ description: '文号 · Number of the document' })
  @TextColumn()
  documentNumber: string;

  @Field(() => Int, { description: '户数 · How many households' })
  @WholeColumn()
  households: number;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '提出时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;

  @RefColumn(true)
  approvedBy: string | null;

  @RefColumn(true)
  rejectedBy: string | null;

  @Field(() => Date, { nullable: true, description: '决定时间；空为待定 · Decided at, null while it waits' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: '不批准的原因 · Why it was rejected' })
  @TextColumn(true)
  remark: string | null;

  @Field(() => Boolean, { description: '已批准，户已迁入 · Approved: the households have moved' })
  get moved(): boolean {
    return this.approvedBy !== null;
  }
}
