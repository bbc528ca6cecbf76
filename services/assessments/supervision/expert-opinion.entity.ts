// An opinion of an expert (专家意见) on one subject of a supervision, hidden from all but its organiser until the release.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '#platform/database/columns';

@ObjectType({ description: '专家意见 · An opinion of an expert' })
@Entity('expert_opinion')
export class ExpertOpinion {
  @Field(() => ID, { description: '意见标识 · Id of the opinion' })
  @IdColumn()
  id: string;

  @RefColumn()
  supervisionId: string;

  @Field(() => ID, { description: '对象标识 · Id of the subject' })
  @RefColumn()
  subjectId: string;

  @Field({ description: '专家及其单位 · The expert, and of which institution' })
  @TextColumn()
  expert: string;

  @Field({ description: '专业领域 · Field' })
  @TextColumn()
  field: string;

  @Field({ description: '意见 · The opinion' })
  @TextColumn()
  opinion: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · Recorded at' })
  @InstantColumn()
  recordedAt: Date;

  @Field(() => Date, { nullable: true, description: '公布时间 · Released at' })
  @InstantColumn(true)
  releasedAt: Date | null;
}
