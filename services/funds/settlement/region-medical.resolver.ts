// What funds adds to a region about one-stop settlement: sums of its people's settlements, never a patient.
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../foreign/region';
import { regionKey } from '../region-day/region-ranges.query';
import { medicalOfRegionYear } from './region-medical.loader';

@ObjectType({ description: '某支付方合计 · The sum of one payer' })
export class MedicalPayerSum {
  @Field({ description: '支付方代码 · Code of the payer' })
  payer: string;

  @Field(() => Money, { description: '支付合计 · What it pays' })
  amount: bigint;
}

@ObjectType({ description: '地区一站式结算合计 · Sums of one-stop settlement over a region and all below it' })
export class RegionMedical {
  @Field(() => Int, { description: '结算的住院数（扣除冲账）· Stays settled, less those struck' })
  stays: number;

  @Field(() => Money, { description: '总费用 · Bills' })
  bill: bigint;

  @Field(() => Money, { description: '个人负担 · What patients pay' })
  patientPays: bigint;

  @Field(() => [MedicalPayerSum], { description: '各支付方 · By payer' })
  payers: MedicalPayerSum[];
}

@Resolver(() => Region)
export class RegionMedicalResolver {
  @FieldResolver(() => RegionMedical, {
    nullable: true,
    description: '该年度一站式结算合计 · Sums of one-stop settlement of an insurance year',
  })
  async medical(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '医保年度 · Insurance year' }) year: number,
    @Arg('on', () => CalendarDay, {
      nullable: true,
      description: '按何日的隶属关系汇总，默认今日 · Rolled up by the managing tree of which day, today unless told',
    })
    on: string | null,
    @Ctx() context: Context,
  ): Promise<RegionMedical> {
    const found = await medicalOfRegionYear.load(context, regionKey(id, year, on ?? null));
    if (!found) throw commonRefusals.outOfScope();
    const { stays, bill, patientPays, payers } = found;
    return { stays, bill, patientPays, payers: payers.map(({ payer, fen }) => ({ payer, amount: BigInt(fen) })) };
  }
}
