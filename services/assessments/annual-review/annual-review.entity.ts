// An annual review (年度考核) as it was sealed for the leadership team of a member unit, and acknowledged by the organisation department.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import type { SealedQuarter } from './annual-review.rules';

@ObjectType({ description: '成员单位年度考核（封存）· The sealed annual review of a member unit' })
@Entity('annual_review')
export class AnnualReview {
  @Field(() => ID, { description: '考核标识 · Id of the review' })
  @IdColumn()
  id: string;

  @RefColumn()
  unitId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @JsonColumn()
  quarters: SealedQuarter[];

  @Field(() => String, { nullable: true, description: '全年得分 · Score of the year, null when nothing was owed' })
  @TextColumn(true)
  score: string | null;

  @Field({
    description: '在领导班子年度考核中的权重（百分数）· Weight in the assessment of the leadership team, in percent',
  })
  @TextColumn()
  weightPercent: string;

  @Field(() => String, {
    nullable: true,
    description: '计入领导班子考核的分数 · Points that count for the leadership team',
  })
  @TextColumn(true)
  points: string | null;

  @Field({ description: '规则包 · Name of the pack' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包的哈希 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @Field({ description: '内容的哈希 · Hash of the content' })
  @TextColumn()
  contentHash: string;

  @RefColumn()
  compiledBy: string;

  @Field(() => Date, { description: '汇总封存时间 · Compiled and sealed at' })
  @InstantColumn()
  compiledAt: Date;

  @RefColumn(true)
  acknowledgedBy: string | null;

  @Field(() => Date, { nullable: true, description: '组织部确认时间 · Acknowledged by the organisation department at' })
  @InstantColumn(true)
  acknowledgedAt: Date | null;
}
