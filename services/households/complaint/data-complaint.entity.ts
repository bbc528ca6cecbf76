// A complaint about wrong data (数据有误): which figure is wrong, what was found, what a correction changes, and how it was answered.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { CorrectionEffect } from './correction-effect.entity';

export enum ComplaintSide {
  citizen = 'citizen',
  household = 'household',
  town = 'town',
}
registerEnumType(ComplaintSide, {
  name: 'ComplaintSide',
  description: '由何方反映 · Whose complaint it is',
  valuesConfig: {
    citizen: { description: '群众本人 · A citizen about the own data' },
    household: { description: '贫困户（由村、镇、帮扶人代录）· A household, recorded for it' },
    town: { description: '镇街、村对数据的异议 · An objection of the town or village' },
  },
});

export enum ComplaintOutcome {
  corrected = 'corrected',
  stands = 'stands',
  notRegistered = 'not-registered',
}
registerEnumType(ComplaintOutcome, {
  name: 'ComplaintOutcome',
  description: '答复结果 · Outcome of a complaint',
  valuesConfig: {
    corrected: { description: '已更正 · The figure was corrected' },
    stands: { description: '数据无误，已说明 · The figure stands, and it is explained' },
    notRegistered: { description: '反映人未在册 · Whoever filed it is not in the register' },
  },
});

@ObjectType({ description: '数据有误反映 · A complaint about wrong data' })
@Entity('data_complaint')
export class DataComplaint {
  @Field(() => ID, { description: '标识 · Id' })
  @IdColumn()
  id: string;

  @Field({ description: '数据项（代码）· Which figure, a code' })
  @TextColumn()
  figure: string;

  @Field(() => ComplaintSide, { description: '由何方反映 · Whose complaint it is' })
  @TextColumn()
  side: ComplaintSide;

  @RefColumn(true)
  householdId: string | null;

  @RefColumn(true)
  memberId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '反映内容 · What was told' })
  @TextColumn()
  told: string;

  @Field(() => String, { nullable: true, description: '认为应为 · What it should be' })
  @TextColumn(true)
  claimed: string | null;

  @RefColumn()
  filedBy: string;

  @Field(() => Date, { description: '反映时刻 · Filed at' })
  @InstantColumn()
  filedAt: Date;

  @Field(() => CalendarDay, { description: '核查期限 · To be examined by' })
  @DayColumn()
  examineDueOn: string;

  @Field(() => CalendarDay, { description: '答复期限 · To be answered by' })
  @DayColumn()
  answerDueOn: string;

  @TextColumn(true)
  finding: string | null;

  @TextColumn(true)
  proposed: string | null;

  @TextColumn(true)
  valueIndex: string | null;

  @JsonColumn(true)
  effect: CorrectionEffect | null;

  @RefColumn(true)
  examinedBy: string | null;

  @Field(() => Date, { nullable: true, description: '核查时刻 · Examined at' })
  @InstantColumn(true)
  examinedAt: Date | null;

  @Field(() => ComplaintOutcome, { nullable: true, description: '答复结果；空为未答复 · Outcome; null while it waits' })
  @TextColumn(true)
  outcome: ComplaintOutcome | null;

  @Field(() => String, { nullable: true, description: '答复 · Answer' })
  @TextColumn(true)
  answer: string | null;

  @RefColumn(true)
  answeredBy: string | null;

  @Field(() => Date, { nullable: true, description: '答复时刻 · Answered at' })
  @InstantColumn(true)
  answeredAt: Date | null;
}
