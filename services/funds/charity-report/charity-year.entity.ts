// The year of a charity fund (基金年度收支), with what the rules make of it.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';
import { CharityVerdict } from '../charity-fund/charity-year.rules';

registerEnumType(CharityVerdict, {
  name: 'CharityVerdict',
  description: '年度支出与管理费用的判定 · What the rules make of a year',
  valuesConfig: {
    meets: { description: '达到标准 · Meets the standard' },
    spendingShort: { description: '慈善活动支出不足 · Spent too little on charity' },
    administrationOver: { description: '管理费用超标 · Administration cost too much' },
    bothMissed: { description: '支出不足且管理费用超标 · Both' },
    firstYear: { description: '登记首年，只说明不判定 · Its first year: explained, not judged' },
  },
});

@ObjectType({ description: '基金一年的收支与判定 · A year of a charity fund, judged' })
export class CharityYear {
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field(() => Money, { description: '资金捐赠收入 · Income in money' })
  moneyIncome: bigint;

  @Field(() => Money, { description: '物资捐赠收入 · Income in goods' })
  goodsIncome: bigint;

  @Field(() => Money, { description: '收入合计 · Income' })
  income: bigint;

  @Field(() => Money, { description: '资金支出（慈善活动）· Money spent on charity' })
  spentMoney: bigint;

  @Field(() => Money, { description: '物资支出 · Goods used' })
  goodsUsed: bigint;

  @Field(() => Money, { description: '慈善活动支出合计 · Spent on charity' })
  spent: bigint;

  @Field(() => Money, { description: '管理费用 · Administration' })
  administration: bigint;

  @Field(() => Money, { description: '总支出 · Whole spending' })
  total: bigint;

  @Field(() => Money, { description: '年末净资产（资金）· Net assets at the end of the year, in money' })
  netAssets: bigint;

  @Field(() => Money, { description: '应支出 · What had to be spent on charity' })
  required: bigint;

  @Field(() => Money, { description: '尚缺 · What is missing' })
  missing: bigint;

  @Field(() => String, {
    nullable: true,
    description: '支出占计算基数（%）· Spent, in per cent of what it is measured by',
  })
  spendingRatio: string | null;

  @Field(() => String, {
    nullable: true,
    description: '管理费用占总支出（%）· Administration, in per cent of the whole spending',
  })
  administrationRatio: string | null;

  @Field(() => Money, { description: '管理费用限额 · What administration might cost' })
  administrationAllowed: bigint;

  @Field(() => Money, { description: '管理费用超出 · Administration above that' })
  administrationOver: bigint;

  @Field(() => CharityVerdict, { description: '判定 · The verdict' })
  verdict: CharityVerdict;
}
