// What the graph answers about recoveries (追回), and the hands that demand, receive and give up.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { lineById } from '../disbursement/disbursement.loader';
import { DisbursementLine } from '../disbursement/disbursement-line.entity';
import { Person, personOf } from '../foreign/person';
import { listRecoveries } from './list-card-batches';
import { RecoveryInput } from './one-card.input';
import { recoveriesOfPayment, recoveryById } from './one-card.loader';
import { receiveRecovery, recoverPayment, withdrawRecovery } from './recover-payment';
import { Recovery, RecoveryConnection } from './recovery.entity';

const idArg = () => Arg('id', () => ID, { description: '追回标识 · Id of the recovery' });

@Resolver(() => Recovery)
export class RecoveryResolver {
  @Query(() => RecoveryConnection, { nullable: true, description: '范围内的追回 · Recoveries in scope' })
  async recoveries(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Recovery>> {
    return connect(await listRecoveries(context, args), placedCursor);
  }

  @Mutation(() => Recovery, {
    nullable: true,
    description: '要求追回错发的款项 · Demands a payment back that was wrong',
  })
  async demandRecovery(
    @Arg('input', () => RecoveryInput, { description: '追回内容 · The demand' }) input: RecoveryInput,
    @Ctx() context: Context,
  ) {
    return recoveryById.load(context, await recoverPayment(context, input));
  }

  @Mutation(() => Recovery, {
    nullable: true,
    description:
      '登记收到的追回款，资金回到原批次（要求人不得登记）· Records money received, back on its lot; not by whoever demanded it',
  })
  async receiveRecovery(
    @idArg() id: string,
    @Arg('amount', () => Money, { description: '收到金额 · Amount received' }) amount: bigint,
    @Arg('voucher', { description: '收款凭证号 · Number of the voucher' }) voucher: string,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return recoveryById.load(context, await receiveRecovery(context, { id, amount, voucher }, idempotencyKey));
  }

  @Mutation(() => Recovery, {
    nullable: true,
    description: '不再追回（要求人不得撤销）· Gives it up; not by whoever demanded it',
  })
  async withdrawRecovery(
    @idArg() id: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Ctx() context: Context,
  ) {
    return recoveryById.load(context, await withdrawRecovery(context, id, reason));
  }

  @FieldResolver(() => DisbursementLine, { nullable: true, description: '所追的发放明细 · The payment line' })
  payment(@Root() { lineId }: Recovery, @Ctx() context: Context) {
    return lineById.load(context, lineId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '要求人 · Who demanded it' })
  demandedBy(@Root() { demandedBy }: Recovery) {
    return personOf(demandedBy);
  }
}

@Resolver(() => DisbursementLine)
export class PaymentRecoveriesResolver {
  @FieldResolver(() => [Recovery], { nullable: true, description: '追回 · Its recoveries' })
  recoveries(@Root() { id }: DisbursementLine, @Ctx() context: Context) {
    return recoveriesOfPayment.load(context, id);
  }
}
