// A layer of a settlement as it is shown (支付层): from which base, by which steps, how much, and under which clause.
import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '中英文说明 · A sentence in Chinese and English' })
export class SettlementText {
  @Field({ description: '中文 · Chinese' })
  zh: string;

  @Field({ description: '英文 · English' })
  en: string;
}

@ObjectType({ description: '分段 · A bracket that the amount ran through' })
export class SettlementBracket {
  @Field(() => Money, { description: '下限（含）· From, inclusive' })
  from: bigint;

  @Field(() => Money, { nullable: true, description: '上限（不含）；空为不封顶 · To, exclusive; none when open above' })
  to: bigint | null;

  @Field(() => Money, { description: '落在该段的金额 · What lies in it' })
  amount: bigint;

  @Field({ description: '比例 · Rate' })
  rate: string;

  @Field(() => Money, { description: '该段支付 · What it pays' })
  paid: bigint;
}

@ObjectType({ description: '年度累计 · A running total of the year' })
export class RunningTotal {
  @Field({ description: '名称 · Name' })
  name: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@ObjectType({
  description: '支付层：谁按什么基数、比例、封顶支付多少 · A layer: who pays how much, of what, at which rate',
})
export class SettlementLayer {
  @Field({ description: '层 · Layer' })
  layer: string;

  @Field({ description: '支付方代码 · Code of the payer' })
  payer: string;

  @Field(() => SettlementText, { description: '支付方名称 · Name of the payer' })
  payerName: SettlementText;

  @Field({ description: '该患者是否适用 · Whether it applies to this patient' })
  applies: boolean;

  @Field({ description: '基数口径 · What its base is' })
  base: string;

  @Field(() => Money, { description: '基数 · Amount of the base' })
  baseAmount: bigint;

  @Field(() => Money, { description: '起付线 · Deductible taken' })
  deductible: bigint;

  @Field(() => [SettlementBracket], { description: '分段 · Brackets' })
  brackets: SettlementBracket[];

  @Field(() => String, { nullable: true, description: '比例 · Rate' })
  rate: string | null;

  @Field(() => Money, { description: '封顶前应付 · Due before caps' })
  entitled: bigint;

  @Field(() => Money, { nullable: true, description: '起作用的封顶线 · The cap that limited it' })
  cap: bigint | null;

  @Field(() => Money, { description: '支付 · What it pays' })
  amount: bigint;

  @Field(() => Money, { description: '其后政策范围内剩余 · Left in policy after it' })
  residualInPolicyAfter: bigint;

  @Field(() => Money, { description: '其后政策范围外剩余 · Left out of policy after it' })
  residualOutOfPolicyAfter: bigint;

  @Field(() => [RunningTotal], { description: '本次之前的年度累计 · Running totals before' })
  runningBefore: RunningTotal[];

  @Field(() => [RunningTotal], { description: '本次之后的年度累计 · Running totals after' })
  runningAfter: RunningTotal[];

  @Field(() => SettlementText, { description: '条款 · Clause' })
  clause: SettlementText;

  @Field({ description: '出处（政策包内的来源）· Source, as the pack lists it' })
  source: string;

  @Field(() => String, {
    nullable: true,
    description: '政策包内容哈希（explain）· Content hash of the pack, in `explain`',
  })
  packHash?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '跨年分段的：所属医保年度 · The insurance year, where a stay counts in two',
  })
  year?: number | null;

  @Field({ description: '中文说明 · Explanation in Chinese' })
  zh: string;

  @Field({ description: '英文说明 · Explanation in English' })
  en: string;
}

@ObjectType({ description: '重算核对 · A settlement worked out again from what was stored' })
export class SettlementReplay {
  @Field({ description: '逐字节一致 · The same to the byte' })
  identical: boolean;

  @Field({ description: '计算程序版本 · Version of the engine' })
  engineVersion: string;

  @Field({ description: '政策包 · Name of the policy pack' })
  packName: string;

  @Field({ description: '政策包内容哈希 · Content hash of the policy pack' })
  packHash: string;

  @Field({ description: '依据哈希 · Hash of the stored inputs' })
  inputHash: string;

  @Field({ description: '所存结果哈希 · Hash of the stored outcome' })
  outcomeHash: string;

  @Field({ description: '重算结果哈希 · Hash of the outcome as worked out again' })
  replayedHash: string;
}

@ObjectType({ description: '试算结果，不产生效力 · A quote: what would be settled now, without effect' })
export class SettlementQuote {
  @Field(() => Money, { description: '总费用 · The bill' })
  bill: bigint;

  @Field(() => Money, { description: '个人负担 · What the patient would pay' })
  patientPays: bigint;

  @Field({ description: '政策包内容哈希 · Content hash of the policy pack' })
  packHash: string;

  @Field(() => [SettlementLayer], { description: '各支付层 · The layers' })
  layers: SettlementLayer[];

  @Field(() => SettlementText, { description: '逐层说明 · The explanation, layer by layer' })
  explanation: SettlementText;
}
