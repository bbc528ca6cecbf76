// Who bears less and who more in a simulation (受益与受损): counts, sums and bands, and some stays of each with both explanations.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';
import type { StoredOutcome } from '../settlement/told-outcome.rules';

@ObjectType({ description: '一档 · A band' })
export class SimulationBand {
  @Field(() => Money, { description: '下限（含）· From, inclusive' })
  from: bigint;

  @Field(() => Money, { nullable: true, description: '上限（不含）；空为不限 · To, exclusive; none when open above' })
  to: bigint | null;

  @Field(() => Int, { description: '人次 · Stays' })
  count: number;

  @Field(() => Money, { description: '合计 · Their sum' })
  sum: bigint;
}

@ObjectType({ description: '个人负担减少（或增加）的就医 · Stays of which patients bear less, or more' })
export class SimulationSide {
  @Field(() => Int, { description: '人次 · Stays' })
  count: number;

  @Field(() => Money, { description: '减少（或增加）合计 · By how much together' })
  sum: bigint;

  @Field(() => [SimulationBand], { description: '按增减多少分档 · By bands of how much' })
  bands: SimulationBand[];
}

@ObjectType({ description: '未能重算的就医 · Stays that could not be settled anew' })
export class SimulationLeft {
  @Field({ description: '原因（拒绝代码）· Why, by the code of a refusal' })
  code: string;

  @Field(() => Int, { description: '人次 · Stays' })
  count: number;
}

export enum SampleSide {
  gain = 'gain',
  loss = 'loss',
}
registerEnumType(SampleSide, {
  name: 'SimulationSampleSide',
  description: '样本类别 · Which way the patient’s part changes',
  valuesConfig: {
    gain: { description: '个人负担减少 · The patient bears less' },
    loss: { description: '个人负担增加 · The patient bears more' },
  },
});

@ObjectType({
  description: '样本：增减最大的就医，附前后两份说明 · A sample: of the greatest changes, with both explanations',
})
export class SimulationSample {
  settlementId: string;
  regionId: string;
  hospitalId: string;
  patientName: string;
  outcomeBefore: StoredOutcome;
  outcomeAfter: StoredOutcome;

  @Field(() => SampleSide, { description: '类别 · Which way' })
  side: SampleSide;

  @Field(() => Int, { description: '名次，增减大者在前 · Rank, the greatest change first' })
  rank: number;

  @Field(() => Money, { description: '实际个人负担 · What the patient bears' })
  before: bigint;

  @Field(() => Money, { description: '测算个人负担 · What the patient would bear' })
  after: bigint;
}
