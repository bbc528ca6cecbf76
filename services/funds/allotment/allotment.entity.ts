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
import { Book, PaymentWay } from '../book/fund-use-pack.rules';
import { AllotmentKind, AllotmentState, SourceLevel } from './allotment.rules';

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

registerEnumType(AllotmentKind, {
  name: 'AllotmentKind',
  description: '指标文类别 · Kind of an allotment notice',
  valuesConfig: {
    issue: { description: '下达（资金自上级来）· Issued: its money comes from above' },
    decompose: { description: '分解下达（自上级指标行）· Decomposed: out of lines of another notice' },
    carryOver: { description: '结转（自上年指标行）· Carried over: out of lines of an earlier year' },
  },
});

registerEnumType(Book, {
  name: 'FundBook',
  description: '资金账类，互不相混 · Books, which never cross',
  valuesConfig: {
    special: { description: '财政专项扶贫资金 · Special poverty-alleviation funds' },
    integrated: { description: '行业资金与涉农整合资金 · Sector and integrated funds' },
    donation: { description: '社会捐赠 · Donations' },
    medical: { description: '医疗结算 · Medical claims' },
  },
});

registerEnumType(PaymentWay, {
  name: 'PaymentWay',
  description: '国库支付方式 · Way of payment by the treasury',
  valuesConfig: {
    direct: { description: '直接支付 · Direct payment' },
    authorised: { description: '授权支付 · Authorised payment' },
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

  @Field(() => Book, { description: '资金账类 · The book that it belongs to' })
  @TextColumn()
  book: Book;

  @Field(() => AllotmentKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: AllotmentKind;

  @Field(() => String, {
    nullable: true,
    description:
      '支出方向代码（规则包 fund-use）；启用前录入的为空 · Code of the spending direction, from the pack fund-use; null of what was entered before',
  })
  @TextColumn(true)
  direction: string | null;

  @Field(() => String, { nullable: true, description: '预算科目代码 · Code of the budget subject' })
  @TextColumn(true)
  budgetSubject: string | null;

  @Field(() => PaymentWay, { description: '支付方式 · Way of payment' })
  @TextColumn()
  payment: PaymentWay;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      '时限起算日（收文日或人代会批准日），空则为印发日期 · Day from which its clocks run; the day of issue when null',
  })
  @DayColumn(true)
  clockFrom: string | null;

  @Field(() => String, {
    nullable: true,
    description: '所依据的省级文件 · Provincial document that its use rests on',
  })
  @TextColumn(true)
  basisDocument: string | null;

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

  @Field(() => Book, { description: '资金账类 · The book that it belongs to' })
  @TextColumn()
  book: Book;

  @RefColumn(true) parentLineId: string | null;
  /** 捐赠所出: of whose gift and of which use it is, a part as its whole */
  @RefColumn(true) giftId: string | null;
  @RefColumn(true) useId: string | null;
}
