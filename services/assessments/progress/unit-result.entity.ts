// A unit result (单位季度结果): what a member unit had reached when the quarter was sealed, and never afterwards.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '成员单位的季度结果（封存）· The sealed result of a member unit in a quarter' })
@Entity('unit_result')
export class UnitResult {
  @Field(() => ID, { description: '结果标识 · Id of the result' })
  @IdColumn()
  id: string;

  @RefColumn()
  unitId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => Int, { description: '应上报的任务数 · Tasks that owed a report' })
  @WholeColumn()
  tasks: number;

  @Field(() => Int, { description: '已上报 · Reported' })
  @WholeColumn()
  reported: number;

  @Field(() => Int, { description: '已确认 · Confirmed' })
  @WholeColumn()
  confirmed: number;

  @Field(() => String, {
    nullable: true,
    description:
      '得分：已确认任务的分值 ÷ 应上报任务的分值 × 100；无任务为空 · Score: weight confirmed ÷ weight owed × 100, null without tasks',
  })
  @TextColumn(true)
  score: string | null;

  @Field({ description: '计算依据的哈希 · Hash of what it was computed from' })
  @TextColumn()
  inputsHash: string;

  @RefColumn()
  sealedBy: string;

  @Field(() => Date, { description: '封存时间 · Sealed at' })
  @InstantColumn()
  sealedAt: Date;
}
