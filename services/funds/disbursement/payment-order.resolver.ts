// What the graph answers about payment orders (支付令), and who issues and recalls them.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { checkReason } from '../ledger/reason.rules';
import { ordersOfDisbursement } from './approval.loader';
import { Disbursement } from './disbursement.entity';
import { disbursementById } from './disbursement.loader';
import { issuePaymentOrder, recallPaymentOrder } from './issue-payment-order';
import { PaymentOrder } from './payment-order.entity';

const id = () => Arg('id', () => ID, { description: '批次标识 · Id of the disbursement' });

@Resolver(() => Disbursement)
export class DisbursementOrderResolver {
  @Mutation(() => Disbursement, {
    nullable: true,
    description:
      '开具支付令（公示期满；申请人与审批人不得开具）；异议所涉各户不列入，资金释放回原批次 · Issues the payment order after the posting, not by whoever applied or approved; lines that an objection stops are left out, and their money goes back to its lot',
  })
  async issuePaymentOrder(
    @id() of: string,
    @Arg('idempotencyKey', { description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' })
    idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return disbursementById.load(context, await issuePaymentOrder(context, of, idempotencyKey));
  }

  @Mutation(() => Disbursement, {
    nullable: true,
    description:
      '撤回尚未支付的支付令，批次回到已批准 · Recalls an order that is not paid yet: the batch is approved as before',
  })
  async recallPaymentOrder(
    @id() of: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Ctx() context: Context,
  ) {
    checkReason(reason);
    return disbursementById.load(context, await recallPaymentOrder(context, of, reason));
  }

  @FieldResolver(() => [PaymentOrder], {
    nullable: true,
    description: '支付令，含已撤回的 · Its payment orders, also recalled ones',
  })
  paymentOrders(@Root() disbursement: Disbursement, @Ctx() context: Context) {
    return ordersOfDisbursement.load(context, disbursement.id);
  }
}

@Resolver(() => PaymentOrder)
export class PaymentOrderResolver {
  @FieldResolver(() => Person, { nullable: true, description: '开具人 · Who issued it' })
  issuedBy(@Root() { issuedBy }: PaymentOrder) {
    return personOf(issuedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '撤回人 · Who recalled it' })
  recalledBy(@Root() { recalledBy }: PaymentOrder) {
    return personOf(recalledBy);
  }
}
