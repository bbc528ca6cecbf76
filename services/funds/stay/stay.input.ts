// What a hospital writes when it admits a patient and uploads fees.
import { Length } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { Encounter } from './stay.entity';
import { FeeClass } from './stay.rules';
import { TreatFirstExclusion } from './treat-first.rules';

@InputType({ description: '统筹区外的医院 · A hospital out of the area' })
export class OutsideHospitalInput {
  @Length(2, 100, { message: '医院名称须为 2 至 100 个字符 · a hospital has a name of 2 to 100 characters' })
  @Field({ description: '名称 · Name' })
  name: string;

  @Field(() => Int, { description: '等级 1、2、3 · Grade, 1 to 3' })
  grade: number;

  @Field({ description: '层级：township、county、city、province · Level' })
  level: string;
}

@InputType({ description: '办理入院 · Admission of a patient' })
export class AdmitPatientInput {
  @Field({
    description: '身份证号，只用于查询资格，不留存 · Identity number; it finds the entitlement and is not kept',
  })
  idNumber: string;

  @Field(() => CalendarDay, { description: '入院日期 · Day of admission' })
  admittedOn: string;

  @Field({ defaultValue: true, description: '先诊疗后付费 · Treat first, pay later' })
  treatFirst: boolean;

  @Field(() => TreatFirstExclusion, { nullable: true, description: '不适用先诊疗后付费的情形 · Why not treated first' })
  treatFirstExclusion: TreatFirstExclusion | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '先诊疗后付费协议签订日期 · Day on which the agreement was signed',
  })
  agreementOn: string | null;

  @Field(() => Encounter, { defaultValue: Encounter.stay, description: '就医方式 · Kind of encounter' })
  encounter: Encounter;

  @Field(() => String, {
    nullable: true,
    description: '门诊慢特病病种（政策包所列）· The disease of outpatient care, as the policy lists it',
  })
  disease: string | null;

  @Field(() => [String], { defaultValue: [], description: '诊断编码（ICD-10）· Codes of diagnoses, ICD-10' })
  diagnoses: string[];

  @Field({ defaultValue: false, description: '经转诊 · Referred along the grades' })
  referred: boolean;

  @Field(() => OutsideHospitalInput, {
    nullable: true,
    description:
      '统筹区外就医，由本院代为登记其余支付层 · Treated out of the area; this hospital enters the rest of the layers',
  })
  outside: OutsideHospitalInput | null;
}

@InputType({ description: '费用明细 · A line of fees' })
export class FeeInput {
  @Length(1, 100, { message: '项目须为 1 至 100 个字符 · an item has 1 to 100 characters' })
  @Field({ description: '项目 · Item' })
  name: string;

  @Field(() => FeeClass, { description: '类别 · Class' })
  feeClass: FeeClass;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field(() => Money, { description: '其中政策范围外（丙类、超限价、先行自付）· Of it, out of policy' })
  outOfPolicy: bigint;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '服务日期；按年分段的跨年住院必填 · Day on which it was given; needed where a stay is split by years',
  })
  servedOn: string | null;
}

@InputType({ description: '按项目编码的费用明细 · A line of fees by item code' })
export class ItemFeeInput {
  @Length(1, 40, { message: '项目编码须为 1 至 40 个字符 · an item code has 1 to 40 characters' })
  @Field({ description: '项目编码 · Code of the item' })
  itemCode: string;

  @Field({ defaultValue: '1', description: '数量 · Quantity' })
  quantity: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field({
    defaultValue: false,
    description:
      '患者已书面同意该自费项目；未同意的由医院承担 · The patient consented in writing; without it the hospital bears the item',
  })
  consent: boolean;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '服务日期；按年分段的跨年住院必填 · Day on which it was given; needed where a stay is split by years',
  })
  servedOn: string | null;
}

@InputType({ description: '已在他处支付 · What a layer has paid elsewhere' })
export class GivenLayerInput {
  @Field({ description: '支付层 · Layer' })
  layer: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}
