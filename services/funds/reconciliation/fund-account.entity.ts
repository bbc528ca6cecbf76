// An account of treasury or bank (国库、银行账户): one a book and way of payment; of its number the last four.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { Book, PaymentWay } from '../book/fund-use-pack.rules';

@ObjectType({ description: '国库或银行账户 · An account of treasury or bank' })
@Entity('fund_account')
export class FundAccount {
  @Field(() => ID, { description: '账户标识 · Id of the account' })
  @IdColumn()
  id: string;

  @Field(() => Book, { description: '资金账类 · The book that it holds' })
  @TextColumn()
  book: Book;

  @Field(() => PaymentWay, {
    description: '直接支付在国库，授权支付在代理银行 · Direct payments are the treasury’s, authorised ones the bank’s',
  })
  @TextColumn()
  payment: PaymentWay;

  @Field({ description: '户名 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '账号末四位 · Last four of its number' })
  @TextColumn()
  numberTail: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  openedBy: string;

  @Field(() => Date, { description: '登记时间 · When it was entered' })
  @InstantColumn()
  openedAt: Date;
}
