// The statement of an account and month (对账单): submitted by one person, its reconciliation confirmed by another.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FenColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '对账单（一个账户一个月）· A statement of an account and month' })
@Entity('statement')
export class FundStatement {
  @Field(() => ID, { description: '对账单标识 · Id of the statement' })
  @IdColumn()
  id: string;

  @RefColumn()
  accountId: string;

  @Field({ description: '月份 · Month' })
  @TextColumn()
  month: string;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field({ description: '内容哈希 · Hash of its content' })
  @TextColumn()
  contentHash: string;

  @Field(() => Money, { description: '期初余额 · Opening balance' })
  @FenColumn()
  opening: bigint;

  @Field(() => Money, { description: '期末余额 · Closing balance' })
  @FenColumn()
  closing: bigint;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  submittedBy: string;

  @Field(() => Date, { description: '提交时间 · When it was submitted' })
  @InstantColumn()
  submittedAt: Date;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '确认或撤回时间 · When it was confirmed or withdrawn' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'confirmed 已确认、withdrawn 已撤回 · confirmed or withdrawn' })
  @TextColumn(true)
  outcome: string | null;
}
