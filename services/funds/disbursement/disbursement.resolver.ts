// What the graph answers about disbursements, and the hands that apply, approve, pay and return.
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { isId } from '#platform/vocabulary/id';
import { checkReason } from '../ledger/reason.rules';
import { applyDisbursement } from './apply-disbursement';
import { approveDisbursement } from './approve-disbursement';
import { decideDisbursement } from './decide-disbursement';
import { Disbursement, DisbursementConnection } from './disbursement.entity';
import { ApplyDisbursementInput, DisbursementsArgs } from './disbursement.input';
import { disbursementById, lineById } from './disbursement.loader';
import { DisbursementLine } from './disbursement-line.entity';
import { listDisbursements } from './list-disbursements';
import { payDisbursement } from './pay-disbursement';
import { returnPayment } from './return-payment';

const id = () => Arg('id', () => ID, { description: '批次标识 · Id of the disbursement' });
const reasonArg = () => Arg('reason', { description: '原因 · Reason' });
const key = () =>
  Arg('idempotencyKey', { description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' });

@Resolver(() => Disbursement)
export class DisbursementResolver {
  @Query(() => Disbursement, { nullable: true, description: '按标识查发放批次 · A disbursement by its id' })
  disbursement(@id() disbursementId: string, @Ctx() context: Context) {
    return isId(disbursementId) ? disbursementById.load(context, disbursementId) : null;
  }

  @Query(() => DisbursementConnection, { nullable: true, description: '范围内的发放批次 · Disbursements in scope' })
  async disbursements(
    @Args(() => DisbursementsArgs) args: DisbursementsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Disbursement>> {
    return connect(await listDisbursements(context, args), placedCursor);
  }

  @Mutation(() => Disbursement, {
    nullable: true,
    description: '申请发放，并冻结资金 · Applies for a disbursement, and reserves its money',
  })
  async applyDisbursement(
    @Arg('input', () => ApplyDisbursementInput, { description: '申请 · The application' })
    input: ApplyDisbursementInput,
    @key() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return disbursementById.load(context, await applyDisbursement(context, input, idempotencyKey));
  }

  @Mutation(() => Disbursement, {
    nullable: true,
    description:
      '审核流程中待办的一步；各步齐备即为批准，申请人不得审核，一人只算一次 · Approves the step that waits; approved when all are given; never by the applicant, each person once',
  })
  async approveDisbursement(@id() disbursementId: string, @Ctx() context: Context) {
    return disbursementById.load(context, await approveDisbursement(context, disbursementId));
  }

  @Mutation(() => Disbursement, { nullable: true, description: '驳回，并解冻资金 · Rejects, and releases the money' })
  async refuseDisbursement(@id() disbursementId: string, @reasonArg() reason: string, @Ctx() context: Context) {
    checkReason(reason);
    return disbursementById.load(context, await decideDisbursement(context, disbursementId, 'reject', reason));
  }

  @Mutation(() => Disbursement, {
    nullable: true,
    description: '申请人撤回，并解冻资金 · Withdrawn by the applicant, and the money released',
  })
  async withdrawDisbursement(@id() disbursementId: string, @reasonArg() reason: string, @Ctx() context: Context) {
    checkReason(reason);
    return disbursementById.load(context, await decideDisbursement(context, disbursementId, 'withdraw', reason));
  }

  @Mutation(() => Disbursement, {
    nullable: true,
    description: '撤销批准（未支付前），并解冻资金 · Revokes an approval before payment, and releases the money',
  })
  async revokeDisbursement(@id() disbursementId: string, @reasonArg() reason: string, @Ctx() context: Context) {
    checkReason(reason);
    return disbursementById.load(context, await decideDisbursement(context, disbursementId, 'revoke', reason));
  }

  @Mutation(() => Disbursement, {
    nullable: true,
    description: '按支付令支付（申请人与审批人不得支付）· Pays what was ordered, not by whoever applied or approved',
  })
  async payDisbursement(@id() disbursementId: string, @key() idempotencyKey: string, @Ctx() context: Context) {
    return disbursementById.load(context, await payDisbursement(context, disbursementId, idempotencyKey));
  }

  @Mutation(() => DisbursementLine, {
    nullable: true,
    description: '登记退回，资金回到原批次 · Records that a payment came back, to the lot that paid it',
  })
  async returnPayment(
    @Arg('lineId', () => ID, { description: '明细标识 · Id of the payment line' }) lineId: string,
    @reasonArg() reason: string,
    @key() idempotencyKey: string,
    @Ctx() context: Context,
    @Arg('amount', () => Money, {
      nullable: true,
      description: '退回金额，缺省为尚未退回的全部 · Amount; all that has not come back yet unless told',
    })
    amount?: bigint,
  ) {
    return lineById.load(
      context,
      await returnPayment(context, { lineId, reason, amount: amount ?? null }, idempotencyKey),
    );
  }
}
