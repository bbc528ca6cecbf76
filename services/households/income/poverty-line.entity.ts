// A poverty line (扶贫标准), and a household's income held against it.
import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '扶贫标准 · A poverty line, a person and year' })
export class PovertyLine {
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field({ description: '级别：national 国定、provincial 省定、municipal 市定 · Level' })
  level: string;

  @Field({ description: '适用地区 · Region' })
  region: string;

  @Field(() => Money, { description: '标准（元/人·年）· Yuan a person and year' })
  amount: bigint;

  @Field({ description: '出处 · Source' })
  source: string;

  @Field({ description: '出处网址 · Address of the source' })
  address: string;
}

@ObjectType({ description: '收入与标准之比较 · Income held against the line of its year and place' })
export class IncomeAgainstLine {
  @Field(() => PovertyLine, {
    nullable: true,
    description: '所用标准；当年无已知标准则空 · The line; null when none is known',
  })
  line: PovertyLine | null;

  @Field(() => [PovertyLine], { description: '同年其他级别的标准 · Other lines of the year' })
  others: PovertyLine[];

  @Field(() => Boolean, { nullable: true, description: '是否低于标准 · Whether it is below' })
  below: boolean | null;

  @Field(() => Money, { nullable: true, description: '人均与标准之差 · Income a head less the line' })
  difference: bigint | null;

  @Field({ description: '说明 · The explanation' })
  explanation: string;
}
