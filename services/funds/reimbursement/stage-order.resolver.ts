// What the graph answers about payment orders of claims (报账支付令), and who issues and recalls them.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { PaymentOrder } from '../disbursement/payment-order.entity';
import { checkReason } from '../ledger/reason.rules';
import { orderStageClaim, recallStageOrder } from './order-stage-claim';
import { ordersOfStageClaim, stageClaimById } from './reimbursement.loader';
import { StageClaim } from './stage-claim.entity';

const id = () => Arg('id', () => ID, { description: '报账申请标识 · Id of the claim' });

@Resolver(() => StageClaim)
export class StageOrderResolver {
  @Mutation(() => StageClaim, {
    nullable: true,
    description:
      '开具已批准报账的支付令（申请人与审核人不得开具）· Issues the payment order of an approved claim; not by whoever claimed or approved',
  })
  async issueStagePaymentOrder(
    @id() of: string,
    @Arg('idempotencyKey', { description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' })
    idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return stageClaimById.load(context, await orderStageClaim(context, of, idempotencyKey));
  }

  @Mutation(() => StageClaim, {
    nullable: true,
    description:
      '撤回尚未支付的报账支付令，报账回到已批准 · Recalls an order that is not paid yet: the claim is approved as before',
  })
  async recallStagePaymentOrder(
    @id() of: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Ctx() context: Context,
  ) {
    checkReason(reason);
    return stageClaimById.load(context, await recallStageOrder(context, of, reason));
  }

  @FieldResolver(() => [PaymentOrder], {
    nullable: true,
    description: '支付令，含已撤回的 · Its payment orders, also recalled ones',
  })
  paymentOrders(@Root() { id: of }: StageClaim, @Ctx() context: Context) {
    return ordersOfStageClaim.load(context, of);
  }
}
