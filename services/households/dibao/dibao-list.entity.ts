// A list of dibao (低保名单) of a region on a day, and how it compares with the register: who is on which.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

@ObjectType({ description: '低保名单（民政提供）· A list of dibao, as civil affairs sent it' })
@Entity('dibao_list')
export class DibaoList {
  @Field(() => ID, { description: '名单标识 · Id of the list' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '名单日期 · As of' })
  @DayColumn()
  asOf: string;

  @Field({ description: '来函文号 · Document with which it came' })
  @TextColumn()
  documentNumber: string;

  @RefColumn()
  loadedBy: string;

  @Field(() => Date, { description: '登记时刻 · When it was recorded' })
  @InstantColumn()
  loadedAt: Date;
}

@ObjectType({ description: '低保名单与建档立卡比对合计 · How the list of dibao compares with the register, in sums' })
export class DibaoComparison {
  @Field(() => CalendarDay, {
    nullable: true,
    description: '最新名单日期；空为没有名单 · Day of the newest list; none when null',
  })
  asOf: string | null;

  @Field(() => Int, { description: '名单人数 · People on the list' })
  listed: number;

  @Field(() => Int, { description: '其中单人保 · Of these alone' })
  single: number;

  @Field(() => Money, { nullable: true, description: '名单月保障金合计 · Allowances a month in all' })
  monthly: bigint;

  @Field(() => Int, { description: '名单内且在册 · On both' })
  both: number;

  @Field(() => Int, { description: '名单内而未在册的人 · People on the list and not in the register' })
  notRegistered: number;

  @Field(() => Int, {
    description: '名单内而登记属性非低保的户 · Households on the list that the register does not mark as dibao',
  })
  notMarked: number;

  @Field(() => Int, { description: '登记为低保而名单内无人的户 · Households marked as dibao with nobody on the list' })
  notListed: number;
}

@ObjectType({ description: '比对差异的一行 · One difference between list and register' })
export class DibaoDifference {
  @Field(() => ID, { description: '行标识 · Id of the row' })
  id: string;

  @Field({ description: '种类：not-registered、not-marked、not-listed · Kind, a code' })
  kind: string;

  householdId: string | null;

  memberId: string | null;

  path: string;

  name: string | null;

  tail: string | null;

  @Field(() => Money, { nullable: true, description: '名单月保障金 · Allowance a month' })
  monthly: bigint | null;
}
