// A row of an airing (晾晒名次): one unit or region with its score, its rank, and the sealed source that they come from.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '晾晒表的一行 · A row of an airing' })
@Entity('airing_entry')
export class AiringEntry {
  @Field(() => ID, { description: '行标识 · Id of the row' })
  @IdColumn()
  id: string;

  @RefColumn()
  airingId: string;

  @Field(() => Int, { description: '在表中的位置 · Place in the table' })
  @WholeColumn()
  place: number;

  @RefColumn(true)
  unitId: string | null;

  @RefColumn(true)
  regionId: string | null;

  @Field(() => String, {
    nullable: true,
    description: '得分，两位小数；未评为空 · Score with two decimals, null when not scored',
  })
  @TextColumn(true)
  score: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '名次，1 为最好，同分同名次 · Rank, 1 is the best, equal scores share one',
  })
  @WholeColumn(true)
  rank: number | null;

  @Field(() => Int, { nullable: true, description: '上季度名次 · Rank in the quarter before' })
  @WholeColumn(true)
  formerRank: number | null;

  @Field(() => ID, {
    description: '来源：单位季度结果或亮灯得分 · Its source: the result of the unit, or the score behind the light',
  })
  @RefColumn()
  sourceId: string;

  @Field({ description: '来源输入的哈希 · Hash of what the source was computed from' })
  @TextColumn()
  sourceHash: string;
}
