// An annual plan (年度项目计划): projects of the library that a district or zone carries out in one year, drafted by one and approved by another.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';

@Directive('@key(fields: "id")')
@ObjectType({ description: '年度项目计划 · An annual plan of projects' })
@Entity('annual_plan')
export class AnnualPlan {
  @Field(() => ID, { description: '计划标识 · Id of the plan' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field({ description: '文号 · Number of its document' })
  @TextColumn()
  documentNumber: string;

  @Field(() => Money, { description: '列入项目预算合计 · Budgets of its projects together' })
  @FenColumn()
  total: bigint;

  @Field(() => Int, { description: '项目数 · How many projects' })
  @WholeColumn()
  projectCount: number;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '起草时间 · Drafted at' })
  @InstantColumn()
  draftedAt: Date;

  @Field(() => Date, { nullable: true, description: '批准或撤回时间 · Approved or withdrawn at' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @RefColumn(true)
  approvedBy: string | null;

  @RefColumn(true)
  withdrawnBy: string | null;

  @Field(() => String, { nullable: true, description: '撤回原因 · Why it was withdrawn' })
  @TextColumn(true)
  reason: string | null;
}

@Entity('annual_plan_project')
export class AnnualPlanProject {
  @PrimaryColumn({ type: 'uuid' })
  planId: string;

  @PrimaryColumn({ type: 'uuid' })
  projectId: string;

  @WholeColumn()
  year: number;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  name: string;

  @FenColumn()
  budget: bigint;
}
