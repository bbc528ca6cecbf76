// What a list of another bureau brings (比对名单).
import { Field, InputType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';

@InputType({ description: '名单的一行 · One row of a list' })
export class ComparisonRowInput {
  @Field({ description: '身份证号（只作比对，不留存）· Identity number, compared and not kept' })
  idNumber: string;

  @Field({
    description:
      '事实：死亡日期、车牌号、企业、单位、补贴或险种名称 · The fact: a day of death, a plate, or the name of a company, employer, benefit or insurance',
  })
  fact: string;

  @Field(() => Money, {
    nullable: true,
    description: '月金额（只作判断，不留存）· Amount a month, weighed and not kept',
  })
  amount?: bigint | null;
}

@InputType({ description: '比对名单 · A list to compare' })
export class ComparisonInput {
  @Field({ description: '类别（代码）· Kind, a code' })
  kind: string;

  @Field({ description: '来自何部门 · Which bureau it came from' })
  bureau: string;

  @Field(() => String, { nullable: true, description: '来文文号 · Document number' })
  documentNumber?: string | null;

  @Field(() => CalendarDay, { description: '名单截至日期 · The day up to which the list tells' })
  asOf: string;

  @Field(() => [ComparisonRowInput], { description: '各行，至多 5,000 · Rows, at most 5,000' })
  rows: ComparisonRowInput[];
}
