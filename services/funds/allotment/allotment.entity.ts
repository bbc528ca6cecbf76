// An allotment notice (指标文): the document by which money comes, with a line for each region that it comes to.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { AllotmentState, SourceLevel } from './allotment.rules';

registerEnumType(SourceLevel, {
  name: 'SourceLevel',
  description: '资金来源级次 · Level that the money comes from',
  valuesConfig: {
    central: { description: '中央 · Central' },
    province: { description: '省级 · Province' },
    city: { description: '市级 · City' },
    district: { description: '区级 · District' },
  },
});

registerEnumType(AllotmentState, {
  name: 'AllotmentState',
  description: '指标文状态 · State of an allotment notice',
  valuesConfig: {
    drafted: { description: '已起草 · Drafted' },
    issued: { description: '已下达 · Issued' },
    withdrawn: { description: '已收回 · Withdrawn' },
  },
});

@ObjectType({ description: '指标文 · An allotment notice' })
@Entity('allotment')
export class Allotment {
  @Field(() => ID, { description: '指标文标识 · Id of the notice' })
  @IdColumn()
  id: string;

  @Field({ description: '文号 · Number of the document' })
  @TextColumn()
  number: string;

  @Field(() => CalendarDay, { description: '印发日期 · Day of issue' })
  @DayColumn()
  issuedOn: string;

  @Field(() => Int, { description: '预算年度 · Budget year' })
  @WholeColumn()
  year: number;

  @Field(() => SourceLevel, { description: '来源级次 · Level that the money comes from' })
  @TextColumn()
  sourceLevel: SourceLevel;

  @Field({
    description: '用途代码（字典 spending-purpose）· Code of the purpose, from the dictionary spending-purpose',
  })
  @TextColumn()
  purpose: string;

  @Field(() => AllotmentState, { description: '状态 · State' })
  @TextColumn()
  state: AllotmentState;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  draftedBy: string;

  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => Date, { nullable: true, description: '批准时间 · When it was approved' })
  @InstantColumn(true)
  approvedAt: Date | null;
}

@ObjectType({
  description:
    '指标文的一行，即一个资金批次：每一分钱都出自某一行 · A line of a notice, which is a lot: every fen is born on one',
})
@Entity('allotment_line')
export class AllotmentLine {
  @Field(() => ID, { description: '资金批次标识 · Id of the lot' })
  @IdColumn()
  id: string;

  @RefColumn()
  allotmentId: string;

  @Field({ description: '用途代码 · Code of the purpose' })
  @TextColumn()
  purpose: string;

  @Field(() => Int, { description: '预算年度 · Budget year' })
  @WholeColumn()
  year: number;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Money, { description: '下达金额 · Amount allotted' })
  @FenColumn()
  amount: bigint;
}

@ObjectType({ description: '资金批次的余额 · Where the money of a lot stands' })
export class LotBalance {
  @Field(() => Money, { description: '可用 · Available' })
  available: bigint;

  @Field(() => Money, { description: '已冻结（已申请未支付）· Reserved: applied for and not yet paid' })
  reserved: bigint;

  @Field(() => Money, { description: '已支付到户（扣除退回）· Paid to households, less what came back' })
  paid: bigint;
}
