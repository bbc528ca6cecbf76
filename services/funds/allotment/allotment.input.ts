// What an officer writes into a draft of an allotment notice, and how notices are looked for.
import { ArrayMaxSize, ArrayMinSize, Length, ValidateIf } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { Book, PaymentWay } from '../book/fund-use-pack.rules';
import { AllotmentState, SourceLevel } from './allotment.rules';

@InputType({ description: '指标文的一行 · A line of an allotment notice' })
export class AllotmentLineInput {
  @Field(() => ID, { description: '资金下达到的地区 · Region that the money comes to' })
  regionId: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field(() => ID, {
    nullable: true,
    description:
      '自何上级指标行分解或结转；各行须一致有或无 · The line that this is a part of; all lines of a notice have one, or none',
  })
  parentLineId?: string;
}

@InputType({ description: '起草指标文 · A draft of an allotment notice' })
export class DraftAllotmentInput {
  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ description: '文号 · Number of the document' })
  number: string;

  @Field(() => CalendarDay, { description: '印发日期，定预算年度 · Day of issue; it decides the budget year' })
  issuedOn: string;

  @Field(() => SourceLevel, { description: '来源级次 · Level that the money comes from' })
  sourceLevel: SourceLevel;

  @Length(2, 60, { message: '用途须为 2 至 60 个字符的代码 · a purpose is a code of 2 to 60 characters' })
  @Field({ description: '用途代码 · Code of the purpose' })
  purpose: string;

  @Field(() => Book, { nullable: true, description: '资金账类，默认财政专项 · Book, special funds unless told' })
  book?: Book;

  @Field({ nullable: true, description: '支出方向，默认按用途 · Spending direction; by the purpose unless told' })
  direction?: string;

  @Field({ nullable: true, description: '预算科目，默认按用途 · Budget subject; by the purpose unless told' })
  budgetSubject?: string;

  @Field(() => PaymentWay, {
    nullable: true,
    description: '支付方式，默认直接支付 · Way of payment, direct unless told',
  })
  payment?: PaymentWay;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '时限起算日，默认印发日期 · Day from which its clocks run, the day of issue unless told',
  })
  clockFrom?: string;

  @ValidateIf((input: DraftAllotmentInput) => input.basisDocument !== undefined && input.basisDocument !== null)
  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ nullable: true, description: '所依据的省级文件文号 · Number of the provincial document that it rests on' })
  basisDocument?: string;

  @ArrayMinSize(1, { message: '至少一行 · at least one line' })
  @ArrayMaxSize(2000, { message: '至多 2000 行 · at most 2,000 lines' })
  @Field(() => [AllotmentLineInput], { description: '各地区的行，一地区一行 · Lines, one a region' })
  lines: AllotmentLineInput[];
}

@ArgsType()
export class AllotmentsArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: '只要此预算年度 · Only this budget year' })
  year?: number;

  @Field(() => AllotmentState, { nullable: true, description: '只要此状态 · Only this state' })
  state?: AllotmentState;
}
