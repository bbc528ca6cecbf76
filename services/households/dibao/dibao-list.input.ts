// What is told of a list of dibao.
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';

@InputType({ description: '低保名单的一人 · One person on a list of dibao' })
export class DibaoEntryInput {
  @Field(() => ID, { description: '所在村（居）· The village' })
  regionId: string;

  @Field({ description: '姓名 · Name' })
  name: string;

  @Field({ description: '身份证号 · Identity number' })
  idNumber: string;

  @Field({ description: '整户 household 或单人 single · Of the household, or alone' })
  kind: string;

  @Field(() => Money, { description: '月保障金 · Allowance a month' })
  monthly: bigint;
}

@InputType({ description: '低保名单 · A list of dibao' })
export class DibaoListInput {
  @Field(() => ID, {
    description: '名单地区（整体替换该地区以前的名单）· The region, of which it takes the place of earlier lists',
  })
  regionId: string;

  @Field(() => CalendarDay, { description: '名单日期 · As of' })
  asOf: string;

  @Field({ description: '来函文号 · Document with which it came' })
  documentNumber: string;

  @Field(() => [DibaoEntryInput], { description: '名单 · The people' })
  entries: DibaoEntryInput[];
}
