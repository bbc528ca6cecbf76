// A re-organisation (区划调整): its steps as told, the plan they come to, who proposed, approved and carried it out.
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
import { type RegionChangeState, RegionChangeStateEnum } from './region-change-state.rules';
import type { RegionPlan, RegionStep } from './region-step.rules';

registerEnumType(RegionChangeStateEnum, {
  name: 'RegionChangeState',
  description: '区划调整的状态 · State of a re-organisation',
  valuesConfig: {
    proposed: { description: '已提出 · Proposed' },
    approved: { description: '已批准 · Approved' },
    rejected: { description: '已退回 · Rejected' },
    executed: { description: '已执行 · Carried out' },
  },
});

@ObjectType({ description: '区划调整 · A re-organisation: regions founded, renamed, moved or ended on one day' })
@Entity('region_change')
export class RegionChange {
  @Field(() => ID, { description: '标识 · Id of the re-organisation' })
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

  @WholeColumn()
  baseEpoch: number;

  @JsonColumn()
  steps: RegionStep[];

  @JsonColumn()
  plan: RegionPlan;

  @Field({ description: '方案的哈希；批准的即此方案 · Hash of the plan, which is what is approved' })
  @TextColumn()
  planHash: string;

  @Field(() => RegionChangeStateEnum, { description: '状态 · State' })
  @TextColumn()
  state: RegionChangeState;

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

  @Field(() => Date, {
    nullable: true,
    description: '执行时间；权限自此刻转移 · Carried out at: rights switch at this instant',
  })
  @InstantColumn(true)
  executedAt: Date | null;

  @Field(() => Int, { nullable: true, description: '执行后的区划版本 · Epoch of the region tree that it led to' })
  @WholeColumn(true)
  epoch: number | null;
}
