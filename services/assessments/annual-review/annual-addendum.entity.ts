// An addendum (补充说明) to a sealed annual review: what is corrected and why, written by one person and signed by another.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '年度考核补充说明 · An addendum to an annual review' })
@Entity('annual_addendum')
export class AnnualAddendum {
  @Field(() => ID, { description: '补充说明标识 · Id of the addendum' })
  @IdColumn()
  id: string;

  @RefColumn()
  reviewId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '更正理由 · Why it is corrected' })
  @TextColumn()
  reason: string;

  @Field({ description: '更正后的全年得分 · Score of the year as corrected' })
  @TextColumn()
  correctedScore: string;

  @RefColumn()
  writtenBy: string;

  @Field(() => Date, { description: '起草时间 · Written at' })
  @InstantColumn()
  writtenAt: Date;

  @RefColumn(true)
  signedBy: string | null;

  @Field(() => Date, { nullable: true, description: '签署时间；未签署不生效 · Signed at, without effect until then' })
  @InstantColumn(true)
  signedAt: Date | null;
}
