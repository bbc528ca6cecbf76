// The result of a site (观摩结果): the mean of its marks by the pack's rule, and its rank on the tour.
import { Field, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '观摩结果 · The result of a site' })
@Entity('tour_result')
export class TourResult {
  @IdColumn()
  id: string;

  @RefColumn()
  tourId: string;

  @RefColumn()
  siteId: string;

  @Field(() => Int, { description: '打分人数 · Marks given' })
  @WholeColumn()
  given: number;

  @Field(() => Int, { description: '计入平均的打分 · Marks that the mean is made of' })
  @WholeColumn()
  counted: number;

  @Field(() => String, {
    nullable: true,
    description: '平均分，两位小数；打分过少为空 · Mean with two decimals, null when too few marked',
  })
  @TextColumn(true)
  mean: string | null;

  @Field(() => Int, { nullable: true, description: '名次，1 为最好，同分同名次 · Rank, equal means share one' })
  @WholeColumn(true)
  rank: number | null;
}
