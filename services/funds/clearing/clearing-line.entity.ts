// A line of a claim (清算明细): one settlement, strike or supplement, and what the payer deducted of it.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';

@ObjectType({ description: '清算明细，冲账为负 · A line of a claim; a strike is negative' })
@Entity('clearing_line')
export class ClearingLine {
  @PrimaryColumn({ type: 'uuid' })
  clearingId: string;

  @Field(() => Int, { description: '行号 · Number of the line' })
  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @RefColumn()
  settlementId: string;

  @Field(() => CalendarDay, { description: '结算日期 · Day of settlement' })
  @DayColumn()
  settledOn: string;

  @Field(() => Money, { description: '申报金额 · Claimed' })
  @FenColumn()
  amount: bigint;

  @Field(() => Money, { description: '审核扣款（扣除已恢复）· Deducted, less what was restored' })
  @FenColumn()
  deducted: bigint;

  @Field(() => Boolean, { description: '是否已随清算单撤回 · Whether it was withdrawn with its claim' })
  @FlagColumn()
  withdrawn: boolean;
}

export const ClearingLineConnection = connectionOf(ClearingLine, 'ClearingLine', '清算明细', 'lines of a claim');

@ObjectType({ description: '审核扣款及其异议 · A deduction, and the objection to it' })
@Entity('clearing_deduction')
export class ClearingDeduction {
  @Field(() => ID, { description: '扣款标识 · Id of the deduction' })
  @IdColumn()
  id: string;

  @RefColumn()
  clearingId: string;

  @WholeColumn()
  ordinal: number;

  @Field(() => Money, { description: '扣款 · Deducted' })
  @FenColumn()
  amount: bigint;

  @Field({ description: '扣款原因 · Why' })
  @TextColumn()
  reason: string;

  @RefColumn()
  deductedBy: string;

  @Field(() => String, { nullable: true, description: '医院异议 · The hospital’s objection' })
  @TextColumn(true)
  objection: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '异议日期 · Day of the objection' })
  @DayColumn(true)
  objectedOn: string | null;

  @Field(() => Money, { nullable: true, description: '恢复金额 · Restored' })
  @FenColumn(true)
  restored: bigint | null;

  @Field(() => String, { nullable: true, description: '异议处理意见 · The answer' })
  @TextColumn(true)
  answer: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '异议处理日期 · Day of the answer' })
  @DayColumn(true)
  decidedOn: string | null;

  @RefColumn(true)
  decidedBy: string | null;
}
