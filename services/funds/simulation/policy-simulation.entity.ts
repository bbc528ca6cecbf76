// A simulation (政策测算): what a drafted policy would have made of past stays, for a period and a region; nothing of it is paid by anybody.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Instant, Money } from '#platform/graph/scalars';
import type { SimulationResult } from './simulation-sums.rules';

export enum SimulationState {
  running = 'running',
  done = 'done',
  failed = 'failed',
}
registerEnumType(SimulationState, {
  name: 'SimulationState',
  description: '测算进展 · How far a simulation has come',
  valuesConfig: {
    running: { description: '测算中 · Being worked out' },
    done: { description: '已完成 · Done' },
    failed: { description: '未成，可重新测算 · Failed, to be asked for again' },
  },
});

@ObjectType({
  description:
    '政策测算：把一个政策包（多为草案）用于过去的就医，只读，不产生效力 · What a policy would have made of past stays; it has no effect',
})
@Entity('simulation')
export class PolicySimulation {
  @Field(() => ID, { description: '测算标识 · Id of the simulation' })
  @IdColumn()
  id: string;

  @RefColumn()
  packId: string;

  @Field({ description: '政策包名称 · Name of the pack' })
  @TextColumn()
  packName: string;

  @Field({ description: '政策包内容哈希 · Content hash of the pack' })
  @TextColumn()
  packHash: string;

  @Field({ description: '计算程序版本 · Version of the engine' })
  @TextColumn()
  engineVersion: string;

  @Field(() => CalendarDay, { description: '期间起（政策包所依日期）· From, by the day that the pack goes by' })
  @DayColumn()
  fromDay: string;

  @Field(() => CalendarDay, { description: '期间止（不含）· Until, exclusive' })
  @DayColumn()
  untilDay: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  askedBy: string;

  @Field(() => Instant, { description: '提出时间 · Asked at' })
  @InstantColumn()
  askedAt: Date;

  @Field(() => SimulationState, { description: '进展 · How far it has come' })
  @TextColumn()
  state: SimulationState;

  @Field(() => Int, {
    nullable: true,
    description: '期间内的结算数；尚未数出为空 · Settlements of the period, once they are counted',
  })
  @WholeColumn(true)
  total: number | null;

  @Field(() => Int, { description: '已重算（进度）· Settled anew so far' })
  @WholeColumn()
  done: number;

  @Field(() => Instant, { nullable: true, description: '结束时间 · Finished at' })
  @InstantColumn(true)
  finishedAt: Date | null;

  @Field(() => String, { nullable: true, description: '未成的原因（代码）· Why it failed, by a code' })
  @TextColumn(true)
  failure: string | null;

  @JsonColumn(true)
  result: SimulationResult | null;

  @Field(() => String, {
    nullable: true,
    description:
      '结果哈希：同一政策包、期间、地区与数据得出同一结果 · Hash of all that it came to: the same pack, period, region and rows give the same',
  })
  @TextColumn(true)
  resultHash: string | null;
}

@ObjectType({ description: '某支付方（或患者）的费用 · What a payer, or patients, bear' })
export class SimulatedCost {
  @Field({ description: '支付方代码，patient 为患者 · Code of the payer; `patient` for the patients' })
  payer: string;

  @Field(() => Money, { description: '实际 · As it was' })
  before: bigint;

  @Field(() => Money, { description: '测算 · As simulated' })
  after: bigint;

  @Field(() => Money, { description: '增减 · The difference' })
  difference: bigint;
}

@ObjectType({ description: '某地区的费用 · What is borne for the people of a region' })
export class SimulatedRegion {
  regionId: string;

  @Field(() => Int, { description: '重算的结算数 · Settlements that were settled anew' })
  stays: number;

  @Field(() => [SimulatedCost], { description: '各支付方与患者 · Payers and patients' })
  costs: SimulatedCost[];
}
