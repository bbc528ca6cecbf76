// A settlement (结算): what each layer bears and the patient pays, with its inputs and the policy that decided it; struck by a negated copy.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum SettlementKind {
  settlement = 'settlement',
  strike = 'strike',
  supplement = 'supplement',
}
registerEnumType(SettlementKind, {
  name: 'SettlementKind',
  description: '结算、冲账或补结算 · A settlement, what strikes one, or what supplements one',
  valuesConfig: {
    settlement: { description: '结算 · Settlement' },
    strike: { description: '冲账（金额为负）· Strike, with negated amounts' },
    supplement: { description: '补结算（差额）· Supplement: what differs, paid on and given back' },
  },
});

@ObjectType({ description: '一站式结算 · A one-stop settlement' })
@Entity('settlement')
export class Settlement {
  @Field(() => ID, { description: '结算标识 · Id of the settlement' })
  @IdColumn()
  id: string;

  @Field(() => SettlementKind, { description: '结算、冲账或补结算 · Settlement, strike or supplement' })
  @TextColumn()
  kind: SettlementKind;

  @RefColumn(true)
  strikesId: string | null;

  /** which time the stay is settled: more than once after a strike */
  @WholeColumn(true)
  attempt: number | null;

  @RefColumn(true)
  supplementsId: string | null;

  @Field(() => String, { nullable: true, description: '冲账或补结算原因 · Why it was struck or supplemented' })
  @TextColumn(true)
  reason: string | null;

  @RefColumn()
  stayId: string;

  @RefColumn()
  hospitalId: string;

  @Field({ description: '医院等级 · Grade of the hospital' })
  @TextColumn()
  hospitalGrade: string;

  @TextColumn()
  patientName: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '医保年度 · Insurance year' })
  @WholeColumn()
  year: number;

  @Field(() => Int, {
    nullable: true,
    description: '跨年分段的上一医保年度 · The year before, of a stay that counts in two',
  })
  @WholeColumn(true)
  alsoYear: number | null;

  @RefColumn()
  policyId: string;

  @Field({ description: '政策包内容哈希 · Content hash of the policy pack' })
  @TextColumn()
  packHash: string;

  @Field({ description: '计算程序版本 · Version of the engine that settled it' })
  @TextColumn()
  engineVersion: string;

  @Field(() => Money, { description: '总费用 · The bill' })
  @FenColumn()
  bill: bigint;

  @Field(() => Money, { description: '政策范围内费用 · In policy' })
  @FenColumn()
  inPolicy: bigint;

  @Field(() => Money, { description: '政策范围外费用 · Out of policy' })
  @FenColumn()
  outOfPolicy: bigint;

  @Field(() => Money, { description: '个人负担 · What the patient pays' })
  @FenColumn()
  patientPays: bigint;

  @RefColumn()
  settledBy: string;

  @Field(() => CalendarDay, { description: '结算日期 · Day of settlement' })
  @DayColumn()
  settledOn: string;
}
