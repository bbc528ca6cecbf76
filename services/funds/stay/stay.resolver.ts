// What a hospital asks about its stays, and how it admits, uploads fees and discharges.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { isId } from '#platform/vocabulary/id';
import { Unit, unitOf } from '../foreign/unit';
import { Settlement } from '../settlement/settlement.entity';
import { settlementOfStay } from '../settlement/settlement.loader';
import { type AdmissionContext, admitPatient } from './admit-patient';
import { dischargePatient } from './discharge-patient';
import { listStays } from './list-stays';
import { PricedFeesShown, pricedShown } from './priced-fees-shown.entity';
import { Stay } from './stay.entity';
import { AdmitPatientInput, FeeInput, GivenLayerInput, ItemFeeInput } from './stay.input';
import { feesOfStay, stayById } from './stay.loader';
import { StayFee } from './stay-fee.entity';
import { tellPaidElsewhere } from './tell-paid-elsewhere';
import { uploadFees } from './upload-fees';
import { priceItems, uploadItems } from './upload-items';

const StayConnection = connectionOf(Stay, 'Stay', '住院', 'stays');
const stayId = () => Arg('stayId', () => ID, { description: '住院标识 · Id of the stay' });

@Resolver(() => Stay)
export class StayResolver {
  @Query(() => Stay, { nullable: true, description: '按标识查本院住院 · A stay of the own hospital by its id' })
  stay(@Arg('id', () => ID, { description: '住院标识 · Id of the stay' }) id: string, @Ctx() context: Context) {
    return isId(id) ? stayById.load(context, id) : null;
  }

  @Query(() => StayConnection, { nullable: true, description: '本院住院列表 · Stays of the own hospital' })
  async stays(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() context: Context): Promise<Connection<Stay>> {
    return connect(await listStays(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => Stay, { nullable: true, description: '办理入院 · Admits a patient' })
  async admitPatient(
    @Arg('input', () => AdmitPatientInput, { description: '入院 · The admission' }) input: AdmitPatientInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: AdmissionContext,
  ) {
    return stayById.load(context, await admitPatient(context, input, idempotencyKey));
  }

  @Mutation(() => Stay, {
    nullable: true,
    description: '上传费用（整单替换）· Uploads the fees, replacing the whole list',
  })
  async uploadFees(
    @stayId() id: string,
    @Arg('lines', () => [FeeInput], { description: '费用明细 · Lines of fees' }) lines: FeeInput[],
    @Ctx() context: Context,
  ) {
    return stayById.load(context, await uploadFees(context, id, lines));
  }

  @Query(() => PricedFeesShown, {
    nullable: true,
    description:
      '按目录试计费用，列出目录没有的编码，不保存 · Prices fees by the catalogue, lists unknown codes, keeps nothing',
  })
  async priceItems(
    @stayId() id: string,
    @Arg('lines', () => [ItemFeeInput], { description: '费用明细 · Lines of fees' }) lines: ItemFeeInput[],
    @Ctx() context: Context,
  ) {
    return pricedShown(await priceItems(context, id, lines));
  }

  @Mutation(() => Stay, {
    nullable: true,
    description:
      '按项目编码上传费用，由目录计价（整单替换）· Uploads fees by item code, priced by the catalogue, replacing the list',
  })
  async uploadItems(
    @stayId() id: string,
    @Arg('lines', () => [ItemFeeInput], { description: '费用明细 · Lines of fees' }) lines: ItemFeeInput[],
    @Ctx() context: Context,
  ) {
    return stayById.load(context, await uploadItems(context, id, lines));
  }

  @Mutation(() => Stay, {
    nullable: true,
    description: '登记统筹区外已支付的各层 · Tells what layers have paid elsewhere, of a stay out of the area',
  })
  async tellPaidElsewhere(
    @stayId() id: string,
    @Arg('given', () => [GivenLayerInput], { description: '已支付 · What was paid' }) given: GivenLayerInput[],
    @Ctx() context: Context,
  ) {
    return stayById.load(context, await tellPaidElsewhere(context, id, given));
  }

  @Mutation(() => Stay, { nullable: true, description: '办理出院 · Discharges the patient' })
  async dischargePatient(
    @stayId() id: string,
    @Arg('on', () => CalendarDay, { description: '出院日期 · Day of discharge' }) on: string,
    @Ctx() context: Context,
  ) {
    return stayById.load(context, await dischargePatient(context, id, on));
  }

  @FieldResolver(() => [StayFee], { nullable: true, description: '费用明细 · Its fees' })
  fees(@Root() { id }: Stay, @Ctx() context: Context) {
    return feesOfStay.load(context, id);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: Stay) {
    return unitOf(hospitalId);
  }

  @Classified('personal')
  @FieldResolver(() => [String], { nullable: true, description: '诊断编码（ICD-10）· Codes of the diagnoses' })
  diagnoses(@Root() { diagnoses }: Stay) {
    return diagnoses;
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '门诊慢特病病种 · The disease of outpatient care' })
  disease(@Root() { disease }: Stay) {
    return disease;
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '患者姓名（脱敏）· Name of the patient, always masked' })
  patient(@Root() { patientName }: Stay) {
    return patientName;
  }

  @FieldResolver(() => Settlement, { nullable: true, description: '结算（含已冲账的）· Its settlement, struck or not' })
  settlement(@Root() { id }: Stay, @Ctx() context: Context) {
    return settlementOfStay.load(context, id);
  }
}
