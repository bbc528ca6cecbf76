// What finance submits of a statement, and how an account is entered.
import { ArrayMaxSize, Length, Matches } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { Book, PaymentWay } from '../book/fund-use-pack.rules';
import { CashDirection } from './match-statement.rules';

@InputType({ description: '国库或银行账户 · An account of treasury or bank' })
export class OpenFundAccountInput {
  @Field(() => Book, { description: '资金账类 · Book' })
  book: Book;

  @Field(() => PaymentWay, { description: '支付方式 · Way of payment' })
  payment: PaymentWay;

  @Length(2, 60, { message: '户名须为 2 至 60 字 · a title has 2 to 60 characters' })
  @Field({ description: '户名 · Title' })
  title: string;

  @Matches(/^\d{4}$/, { message: '须为账号末四位 · the last four of the number' })
  @Field({ description: '账号末四位（全号不入库）· Last four of its number; the whole is not kept' })
  numberTail: string;
}

@InputType({ description: '对账单的一行 · A line of a statement' })
export class StatementLineInput {
  @Field(() => CalendarDay, { description: '日期 · Day' })
  day: string;

  @Field(() => CashDirection, { description: '方向 · Direction' })
  direction: CashDirection;

  @Field({ description: '凭证号 · Reference' })
  reference: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field({ nullable: true, description: '对方 · Counterparty' })
  counterparty?: string;
}

@InputType({ description: '对账单 · A statement' })
export class SubmitStatementInput {
  @Field(() => ID, { description: '账户 · The account' })
  accountId: string;

  @Field({ description: '月份，如 2018-05 · Month, such as 2018-05' })
  month: string;

  @Length(2, 120, { message: '名称须为 2 至 120 字 · a name has 2 to 120 characters' })
  @Field({ description: '名称 · Name' })
  name: string;

  @Field(() => Money, { description: '期初余额 · Opening balance' })
  opening: bigint;

  @Field(() => Money, { description: '期末余额 · Closing balance' })
  closing: bigint;

  @ArrayMaxSize(2000, { message: '至多 2000 行 · at most 2,000 lines' })
  @Field(() => [StatementLineInput], { description: '各行 · Its lines' })
  lines: StatementLineInput[];
}

@InputType({ description: '对账单文件 · A file of a statement' })
export class StatementFileInput {
  @Field(() => ID, { description: '账户 · The account' })
  accountId: string;

  @Field({ description: '月份，如 2018-05 · Month, such as 2018-05' })
  month: string;

  @Field({ description: '对账单格式 · Profile of the statement' })
  profile: string;

  @Length(1, 120, { message: '文件名为 1 至 120 字 · a name has 1 to 120 characters' })
  @Field({ description: '文件名 · Name of the file' })
  name: string;

  @Field(() => Int, { description: '字节数 · Size in bytes' })
  bytes: number;
}
