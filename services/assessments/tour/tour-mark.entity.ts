// A mark (观摩打分) of one participant for one site: given once, never changed, and unseen by others until the result is sealed.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '观摩打分 · A mark of a participant for a site' })
@Entity('tour_mark')
export class TourMark {
  @Field(() => ID, { description: '打分标识 · Id of the mark' })
  @IdColumn()
  id: string;

  @RefColumn()
  tourId: string;

  @Field(() => ID, { description: '点位标识 · Id of the site' })
  @RefColumn()
  siteId: string;

  @RefColumn()
  personId: string;

  @Field(() => Int, { description: '分数 · Points' })
  @WholeColumn()
  points: number;

  @Field(() => String, { nullable: true, description: '交流意见 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @Field(() => Date, { description: '提交时间 · Submitted at' })
  @InstantColumn()
  submittedAt: Date;
}
