// What the graph answers about settlements, and how a hospital quotes, settles and strikes.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Unit, unitOf } from '../foreign/unit';
import { listSettlements } from './list-settlements';
import { quoteSettlement } from './quote-settlement';
import { settleStay } from './settle-stay';
import { Settlement } from './settlement.entity';
import { settlementById, strikeOf } from './settlement.loader';
import { SettlementLayer, SettlementQuote, SettlementText } from './settlement-layer.entity';
import { strikeSettlement } from './strike-settlement';

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
  layers(@Root() { outcome }: Settlement) {
    return outcome.layers;
  }

  @FieldResolver(() => SettlementText, { nullable: true, description: '逐层说明 · The explanation, layer by layer' })
  explanation(@Root() { outcome }: Settlement) {
    return outcome.explanation;
  }

  @FieldResolver(() => [String], { nullable: true, description: '身份标签 · Tags of entitlement that it rests on' })
  tags(@Root() { outcome }: Settlement) {
    return outcome.tags;
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

  @FieldResolver(() => Settlement, { nullable: true, description: '冲掉本结算的冲账 · What strikes this one' })
  struckBy(@Root() { id }: Settlement, @Ctx() context: Context) {
    return strikeOf.load(context, id);
  }
}
