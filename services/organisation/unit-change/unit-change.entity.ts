// A reform of bureaus (机构改革): its steps as told, the plan they come to, who proposed, approved and carried it out.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { UnitChangeState } from './unit-change-state.rules';
import type { UnitPlan, UnitStep } from './unit-step.rules';

registerEnumType(UnitChangeState, {
  name: 'UnitChangeState',
  description: '机构改革的状态 · State of a reform of bureaus',
  valuesConfig: {
    proposed: { description: '已提出 · Proposed' },
    approved: { description: '已批准 · Approved' },
    rejected: { description: '已退回 · Rejected' },
    executed: { description: '已执行 · Carried out' },
  },
});

@ObjectType({ description: '机构改革 · A reform of bureaus: units founded, renamed or merged on one day' })
@Entity('unit_change')
export class UnitChange {
  @Field(() => ID, { description: '标识 · Id of the reform' })
  @IdColumn()
  id: string;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '自何日零时起生效 · In effect from the beginning of this day' })
  @DayColumn()
  effectiveOn: string;

  @JsonColumn()
  steps: UnitStep[];

  @JsonColumn()
  plan: UnitPlan;

  @Field({ description: '方案的哈希；批准的即此方案 · Hash of the plan, which is what is approved' })
  @TextColumn()
  planHash: string;

  @Field(() => UnitChangeState, { description: '状态 · State' })
  @TextColumn()
  state: UnitChangeState;

  @RefColumn()
  proposedBy: string;

  @Field(() => Date, { description: '提出时间 · Proposed at' })
  @InstantColumn()
  proposedAt: Date;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => Date, { nullable: true, description: '批准或退回时间 · Approved or rejected at' })
  @InstantColumn(true)
  approvedAt: Date | null;

  @Field(() => String, { nullable: true, description: '批准文号 · Number of the document of approval' })
  @TextColumn(true)
  documentNumber: string | null;

  @Field(() => String, { nullable: true, description: '退回原因 · Why it was rejected' })
  @TextColumn(true)
  remark: string | null;

  @RefColumn(true)
  executedBy: string | null;

  @Field(() => Date, { nullable: true, description: '执行时间 · Carried out at' })
  @InstantColumn(true)
  executedAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: '执行后的版本，各子图据此跟进；仅有合并时有 · Epoch that the others follow; with a merger only',
  })
  @WholeColumn(true)
  epoch: number | null;
}
