// What the graph answers about settlements, and how a hospital quotes, settles and strikes.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { FileTicket } from '#platform/graph/files/evidence';
import { isId } from '#platform/vocabulary/id';
import { Unit, unitOf } from '../foreign/unit';
import type { AdmissionContext } from '../stay/admit-patient';
import { Stay } from '../stay/stay.entity';
import { stayById } from '../stay/stay.loader';
import type { FundsContext } from '../tools';
import { listSettlements } from './list-settlements';
import { quoteSettlement } from './quote-settlement';
import { recordQuote } from './record-quote';
import { replaySettlement } from './replay-settlement';
import { requestSlip } from './request-slip';
import { settleStay } from './settle-stay';
import { Settlement } from './settlement.entity';
import { outcomeOf, settlementById, strikeOf, supplementsOf } from './settlement.loader';
import { SettlementLayer, SettlementQuote, SettlementReplay, SettlementText } from './settlement-layer.entity';
import { strikeSettlement } from './strike-settlement';
import { supplementSettlement } from './supplement-settlement';

const SettlementConnection = connectionOf(Settlement, 'Settlement', '结算', 'settlements');
const stayArg = () => Arg('stayId', () => ID, { description: '住院标识 · Id of the stay' });
const idArg = () => Arg('id', () => ID, { description: '结算标识 · Id of the settlement' });

@Resolver(() => Settlement)
export class SettlementResolver {
  @Query(() => Settlement, { nullable: true, description: '按标识查结算 · A settlement by its id' })
  settlement(@idArg() id: string, @Ctx() context: Context) {
    return isId(id) ? settlementById.load(context, id) : null;
  }

  @Query(() => SettlementConnection, {
    nullable: true,
    description:
      '本院的、或本支付方分担的结算 · Settlements of the own hospital, or those that the own payer shares in',
  })
  async settlements(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Settlement>> {
    return connect(await listSettlements(context, args), ({ id }) => cursorOf(id));
  }

  @Query(() => SettlementQuote, { nullable: true, description: '试算，不产生效力 · A quote, without effect' })
  quoteSettlement(@stayArg() stayId: string, @Ctx() context: Context) {
    return quoteSettlement(context, stayId);
  }

  @Query(() => SettlementReplay, {
    nullable: true,
    description:
      '由所存依据、政策包与程序版本重算核对 · Works a settlement out again from stored inputs, pack and engine',
  })
  replaySettlement(@idArg() id: string, @Ctx() context: Context) {
    return replaySettlement(context, id);
  }

  @Mutation(() => Stay, {
    nullable: true,
    description: '确认试算并告知患者 · Confirms a quote that the patient was told',
  })
  async recordQuote(@stayArg() stayId: string, @Ctx() context: Context) {
    return stayById.load(context, await recordQuote(context, stayId));
  }

  @Mutation(() => Settlement, {
    nullable: true,
    description:
      '补结算：按当日登记身份重算，多退少补 · Supplements a settlement by what the register tells of that day now',
  })
  async supplementSettlement(
    @stayArg() stayId: string,
    @Arg('idNumber', { description: '身份证号，只用于查询资格，不留存 · Identity number; it is not kept' })
    idNumber: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: AdmissionContext,
  ) {
    return settlementById.load(
      context,
      await supplementSettlement(context, { stayId, idNumber, reason }, idempotencyKey),
    );
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '打印结算单，再次打印标明补打 · Asks for the patient’s slip; a second print says that it is one',
  })
  requestSettlementSlip(@idArg() id: string, @Ctx() context: FundsContext) {
    return requestSlip(context, id);
  }

  @Mutation(() => Settlement, { nullable: true, description: '结算 · Settles a stay' })
  async settleStay(
    @stayArg() stayId: string,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return settlementById.load(context, await settleStay(context, stayId, idempotencyKey));
  }

  @Mutation(() => Settlement, { nullable: true, description: '冲账，一次为限 · Strikes a settlement, once only' })
  async strikeSettlement(
    @idArg() id: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Ctx() context: Context,
  ) {
    return settlementById.load(context, await strikeSettlement(context, id, reason));
  }

  @FieldResolver(() => [SettlementLayer], {
    nullable: true,
    description: '各支付层；冲账显示所冲结算的各层 · The layers; a strike shows those of what it strikes',
  })
  async layers(@Root() { id }: Settlement, @Ctx() context: Context) {
    return (await outcomeOf(context, id))?.layers;
  }

  @FieldResolver(() => [SettlementLayer], {
    nullable: true,
    description:
      '逐层依据：基数、起付线、分段、比例、封顶、条款、出处、政策包、年度累计 · Each layer with all that decided it',
  })
  async explain(@Root() { id, packHash }: Settlement, @Ctx() context: Context) {
    return (await outcomeOf(context, id))?.layers.map((layer) => ({ packHash, ...layer }));
  }

  @FieldResolver(() => SettlementText, { nullable: true, description: '逐层说明 · The explanation, layer by layer' })
  async explanation(@Root() { id }: Settlement, @Ctx() context: Context) {
    return (await outcomeOf(context, id))?.explanation;
  }

  @FieldResolver(() => [String], { nullable: true, description: '身份标签 · Tags of entitlement that it rests on' })
  async tags(@Root() { id }: Settlement, @Ctx() context: Context) {
    return (await outcomeOf(context, id))?.tags;
  }

  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: Settlement) {
    return unitOf(hospitalId);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '患者姓名（脱敏）· Name of the patient, always masked' })
  patient(@Root() { patientName }: Settlement) {
    return patientName;
  }

  @FieldResolver(() => Settlement, { nullable: true, description: '所冲的结算 · The settlement that this one strikes' })
  strikes(@Root() { strikesId }: Settlement, @Ctx() context: Context) {
    return strikesId === null ? null : settlementById.load(context, strikesId);
  }

  @FieldResolver(() => [Settlement], { nullable: true, description: '对本结算的补结算 · What supplements this one' })
  supplements(@Root() { id }: Settlement, @Ctx() context: Context) {
    return supplementsOf.load(context, id);
  }

  @FieldResolver(() => Settlement, { nullable: true, description: '冲掉本结算的冲账 · What strikes this one' })
  struckBy(@Root() { id }: Settlement, @Ctx() context: Context) {
    return strikeOf.load(context, id);
  }
}
