// A correction of a state (状态更正): what was entered wrongly, put right by two people of the approving level with its document.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({ description: '贫困户状态更正 · A correction of the state of a household' })
@Entity('state_correction')
export class StateCorrection {
  @Field(() => ID, { description: '更正标识 · Id of the correction' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field({ description: '原状态（代码）· State before, a code' })
  @TextColumn()
  fromState: string;

  @Field({ description: '更正为（代码）· State it should be, a code' })
  @TextColumn()
  toState: string;

  @Field({ description: '认定文号 · Document of the decision' })
  @TextColumn()
  documentNumber: string;

  @Field({ description: '更正理由 · Why' })
  @TextColumn()
  reason: string;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '提出时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;

  @Field(() => String, {
    nullable: true,
    description: '结果：approved、refused；未决为空 · Outcome, null while it waits',
  })
  @TextColumn(true)
  outcome: 'approved' | 'refused' | null;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '决定时间 · Decided at' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: '意见 · Remark' })
  @TextColumn(true)
  remark: string | null;
}
