// How a hospital agrees on repayment, records what is paid, and sees what is open and overdue.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { FileTicket } from '#platform/graph/files/evidence';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { todayInBeijing } from '#platform/graph/today';
import { sumOf } from '#platform/vocabulary/money';
import { Settlement } from '../settlement/settlement.entity';
import type { FundsContext } from '../tools';
import { recordRepayment } from './record-repayment';
import { RepaymentInput } from './repayment.input';
import { agreementById, agreementOfSettlement, owedOf, repaymentsOf } from './repayment.loader';
import { instalmentsOf, openOf, overdueOn } from './repayment.rules';
import { Repayment, RepaymentAgreement, RepaymentInstalment } from './repayment-agreement.entity';
import { requestAgreementPaper } from './request-agreement-paper';
import { signRepayment } from './sign-repayment';

const keyArg = () => Arg('idempotencyKey', { description: '幂等键 · Idempotency key' });

@Resolver(() => RepaymentAgreement)
export class RepaymentResolver {
  @Mutation(() => RepaymentAgreement, { nullable: true, description: '签订还款协议 · Signs a repayment agreement' })
  async signRepayment(
    @Arg('input', () => RepaymentInput, { description: '协议 · The agreement' }) input: RepaymentInput,
    @keyArg() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return agreementById.load(context, await signRepayment(context, input, idempotencyKey));
  }

  @Mutation(() => RepaymentAgreement, {
    nullable: true,
    description: '登记还款 · Records what was paid on an agreement',
  })
  async recordRepayment(
    @Arg('agreementId', () => ID, { description: '协议标识 · Id of the agreement' }) agreementId: string,
    @Arg('amount', () => Money, { description: '金额 · Amount' }) amount: bigint,
    @Arg('paidOn', () => CalendarDay, { description: '还款日期 · Paid on' }) paidOn: string,
    @keyArg() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return agreementById.load(context, await recordRepayment(context, { agreementId, amount, paidOn }, idempotencyKey));
  }

  @Mutation(() => FileTicket, { nullable: true, description: '打印还款协议 · Asks for an agreement to print' })
  requestRepaymentPaper(
    @Arg('id', () => ID, { description: '协议标识 · Id of the agreement' }) id: string,
    @Ctx() context: FundsContext,
  ) {
    return requestAgreementPaper(context, id);
  }

  @FieldResolver(() => [RepaymentInstalment], { nullable: true, description: '分期 · The monthly parts' })
  schedule(@Root() agreement: RepaymentAgreement) {
    return instalmentsOf(agreement);
  }

  @FieldResolver(() => [Repayment], { nullable: true, description: '还款记录 · What was paid' })
  repayments(@Root() { id }: RepaymentAgreement, @Ctx() context: Context) {
    return repaymentsOf.load(context, id);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: '尚未偿还；冲账后为零 · Still open; nothing of a settlement that was struck',
  })
  async open(@Root() { id }: RepaymentAgreement, @Ctx() context: Context) {
    const [owed, paid] = await Promise.all([owedOf.load(context, id), repaymentsOf.load(context, id)]);
    return openOf(owed, sumOf(paid.map(({ amount }) => amount)));
  }

  @FieldResolver(() => Money, { nullable: true, description: '已逾期 · Overdue by today' })
  async overdue(@Root() agreement: RepaymentAgreement, @Ctx() context: Context) {
    const paid = sumOf((await repaymentsOf.load(context, agreement.id)).map(({ amount }) => amount));
    const overdue = overdueOn(agreement, paid, await todayInBeijing.load(context, 'today'));
    const open = openOf(await owedOf.load(context, agreement.id), paid);
    return overdue < open ? overdue : open;
  }
}

@Resolver(() => Settlement)
export class SettlementRepaymentResolver {
  @FieldResolver(() => RepaymentAgreement, { nullable: true, description: '还款协议 · Its repayment agreement' })
  repayment(@Root() { id }: Settlement, @Ctx() context: Context) {
    return agreementOfSettlement.load(context, id);
  }
}
