// One approval of a disbursement (审核): a step of its flow, by one person under one post.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType('DisbursementApproval', { description: '对发放批次的一次审核 · One approval of a disbursement' })
@Entity('disbursement_approval')
export class DisbursementApproval {
  @Field(() => ID, { description: '审核标识 · Id of the approval' })
  @IdColumn()
  id: string;

  @RefColumn()
  disbursementId: string;

  @Field({ description: '环节（代码）· Step of the flow, a code' })
  @TextColumn()
  step: string;

  @Field({ description: '职务 · Post' })
  @TextColumn()
  post: string;

  @RefColumn()
  personId: string;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  @DayColumn()
  approvedOn: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;
}

@ObjectType('DisbursementWaitsFor', { description: '待办的审核环节 · The step that a disbursement waits for' })
export class DisbursementWaitsFor {
  @Field({ description: '环节（代码）· Step, a code' })
  code: string;

  @Field({ description: '环节名称 · Name of the step' })
  title: string;

  @Field(() => [String], { description: '由哪些职务办理 · Posts that may' })
  posts: string[];

  @Field(() => Int, { description: '尚缺几人 · How many people are missing' })
  left: number;
}
