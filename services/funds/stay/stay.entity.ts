// A stay in hospital (住院): who, where, from when to when, with the tags under which the patient was entitled on admission.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  TextsColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import type { HospitalGrade } from '../settlement-policy/encounter-facts.rules';
import { FeeClass, type StayStatus } from './stay.rules';

export enum StayStatusEnum {
  admitted = 'admitted',
  discharged = 'discharged',
  settled = 'settled',
  struck = 'struck',
}
registerEnumType(StayStatusEnum, {
  name: 'StayStatus',
  description: '住院状态 · Status of a stay',
  valuesConfig: {
    admitted: { description: '在院 · In hospital' },
    discharged: { description: '出院待结算 · Discharged, to be settled' },
    settled: { description: '已结算 · Settled' },
    struck: { description: '已冲账 · Settlement struck' },
  },
});

registerEnumType(FeeClass, {
  name: 'FeeClass',
  description: '费用类别 · Class of a fee',
  valuesConfig: {
    a: { description: '甲类 · Class A, in policy' },
    b: { description: '乙类 · Class B, in policy but for a first part' },
    c: { description: '丙类（政策范围外）· Class C, out of policy' },
  },
});

@ObjectType({ description: '一次住院（不含诊断）· A stay in hospital; no diagnosis is kept' })
@Entity('stay')
export class Stay {
  @Field(() => ID, { description: '住院标识 · Id of the stay' })
  @IdColumn()
  id: string;

  @RefColumn()
  hospitalId: string;

  @TextColumn()
  hospitalGrade: HospitalGrade;

  @RefColumn()
  memberId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  patientName: string;

  @Field(() => [String], { description: '身份标签，入院时冻结 · Tags of entitlement, frozen on admission' })
  @TextsColumn()
  tags: string[];

  @TextColumn()
  insured: string;

  @TextColumn()
  registerVersion: string;

  @Field({ description: '先诊疗后付费 · Treated first, paid later' })
  @FlagColumn()
  treatFirst: boolean;

  @Field(() => CalendarDay, { description: '入院日期 · Day of admission' })
  @DayColumn()
  admittedOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '出院日期 · Day of discharge' })
  @DayColumn(true)
  dischargedOn: string | null;

  @Field(() => StayStatusEnum, { description: '状态 · Status' })
  @TextColumn()
  status: StayStatus;

  @RefColumn()
  admittedBy: string;
}

@ObjectType({ description: '费用明细 · A line of a stay’s fees' })
@Entity('stay_fee')
export class StayFee {
  @PrimaryColumn({ type: 'uuid' })
  stayId: string;

  @Field(() => Int, { description: '序号 · Number of the line' })
  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @RefColumn()
  hospitalId: string;

  @Field({ description: '项目 · Item' })
  @TextColumn()
  name: string;

  @Field(() => FeeClass, { description: '类别 · Class' })
  @TextColumn()
  feeClass: FeeClass;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => Money, { description: '其中政策范围外 · Of it, out of policy' })
  @FenColumn()
  outOfPolicy: bigint;
}
