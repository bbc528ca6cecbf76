// A contract that is paid in stages (报账项目): planned and contracted amounts, its stages as the pack had them, acceptance.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import type { PlannedStage } from './stage-pack.rules';

@ObjectType('ReimbursementStage', { description: '报账的一期 · One stage of a contract' })
export class ReimbursementStage {
  @Field({ description: '期（代码）· Stage, a code' })
  code: string;

  @Field({ description: '名称 · Name' })
  title: string;

  @Field(() => Money, { nullable: true, description: '金额 · Amount' })
  amount: bigint;

  @Field(() => [String], { description: '所需材料（代码）· Documents that it needs, codes' })
  documents: string[];

  @Field({ description: '是否质量保证金 · Whether it is the quality deposit' })
  isDeposit: boolean;

  @Field(() => Int, {
    nullable: true,
    description: '验收后满几日方可申请 · Days after acceptance before which it is not claimed',
  })
  afterAcceptance: number | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '可申请日；未验收为空 · Day from which it is claimed; none before acceptance',
  })
  dueOn: string | null;
}

@ObjectType({ description: '报账项目（按期支付的合同）· A contract that is paid in stages' })
@Entity('reimbursement')
export class Reimbursement {
  @Field(() => ID, { description: '报账项目标识 · Id of the contract' })
  @IdColumn()
  id: string;

  @Field({ description: '编号 · Number' })
  @TextColumn()
  number: string;

  @RefColumn()
  lotId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '名称 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '收款单位 · Unit that is paid' })
  @TextColumn()
  payee: string;

  @Field({ description: '合同编号 · Number of the contract' })
  @TextColumn()
  contractNumber: string;

  @Field(() => Money, { nullable: true, description: '计划金额 · Planned amount' })
  @FenColumn()
  planned: bigint;

  @Field(() => Money, { nullable: true, description: '合同金额 · Contracted amount' })
  @FenColumn()
  contracted: bigint;

  @JsonColumn()
  stages: PlannedStage[];

  @RefColumn()
  madeBy: string;

  @Field(() => CalendarDay, { description: '登记日期 · Day of entry' })
  @DayColumn()
  madeOn: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '超规模批准日期 · Day on which the larger scale was approved',
  })
  @DayColumn(true)
  scaleApprovedOn: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '验收日期 · Day of acceptance' })
  @DayColumn(true)
  acceptedOn: string | null;

  @Field(() => String, { nullable: true, description: '验收文号 · Number of the acceptance' })
  @TextColumn(true)
  acceptedDocument: string | null;
}

export const ReimbursementConnection = connectionOf(
  Reimbursement,
  'Reimbursement',
  '报账项目',
  'contracts paid in stages',
);
