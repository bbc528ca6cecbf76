// The hands on a clearing: who claims, reviews, objects, decides, compares, applies for payment, approves and pays.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { bringClaimList } from './bring-claim-list';
import { Clearing } from './clearing.entity';
import { ClearingListInput, DeductionInput } from './clearing.input';
import { clearingById, deductionById } from './clearing.loader';
import { ClearingDeduction } from './clearing-line.entity';
import { ClearingDifference } from './clearing-list.entity';
import { decideDeduction } from './decide-deduction';
import { draftClearing } from './draft-clearing';
import { explainClaimDifference } from './explain-claim-difference';
import { objectToDeduction } from './object-to-deduction';
import { reviewClearing } from './review-clearing';
import { stepClearing } from './step-clearing';
import { submitClearing } from './submit-clearing';

const id = () => Arg('id', () => ID, { description: '标识 · Id' });
const key = () =>
  Arg('idempotencyKey', { description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' });
const why = () => Arg('reason', { description: '原因 · Reason' });
const document = () => Arg('document', { description: '依据文号 · Document that it rests on' });
const hospital = () => Arg('hospitalId', () => ID, { description: '医院 · The hospital' });
const year = () => Arg('year', () => Int, { description: '年度 · The year' });

@Resolver()
export class ClearingStepsResolver {
  @Mutation(() => Clearing, {
    nullable: true,
    description: '医院申报月度清算 · The hospital claims a month of a payer: all that is open by its end',
  })
  async submitClearing(
    @Arg('payerId', () => ID, { description: '支付方 · The payer' }) payerId: string,
    @Arg('month', { description: '月份，如 2018-05 · Month, such as 2018-05' }) month: string,
    @key() idempotencyKey: string,
    @Ctx() context: Context,
    @Arg('hospitalId', () => ID, {
      nullable: true,
      description: '所承继的医院，缺省为本院 · A hospital that the own one succeeds',
    })
    hospitalId?: string,
  ) {
    return clearingById.load(context, await submitClearing(context, { payerId, month, hospitalId }, idempotencyKey));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description: '支付方审核，逐行扣款并说明原因 · The payer reviews, deducting by line with a reason',
  })
  async reviewClearing(
    @id() of: string,
    @Arg('deductions', () => [DeductionInput], { description: '扣款，没有则为空 · Deductions, if any' })
    deductions: DeductionInput[],
    @key() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return clearingById.load(context, await reviewClearing(context, of, deductions, idempotencyKey));
  }

  @Mutation(() => ClearingDeduction, {
    nullable: true,
    description: '医院对扣款提出异议 · The hospital objects to a deduction',
  })
  async objectToDeduction(@id() of: string, @why() reason: string, @Ctx() context: Context) {
    return deductionById.load(context, await objectToDeduction(context, of, reason));
  }

  @Mutation(() => ClearingDeduction, {
    nullable: true,
    description:
      '支付方另一人处理异议，恢复全部、部分或不恢复 · Another person at the payer decides: all, some or nothing is restored',
  })
  async decideDeduction(
    @id() of: string,
    @Arg('restored', () => Money, { description: '恢复金额 · Restored' }) restored: bigint,
    @Arg('answer', { description: '处理意见 · The answer' }) answer: string,
    @key() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return deductionById.load(context, await decideDeduction(context, of, { restored, answer }, idempotencyKey));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description: '提交对账清单，差异逐行列明 · Brings a list to compare: what differs is named line by line',
  })
  async bringClaimList(
    @id() of: string,
    @Arg('input', () => ClearingListInput, { description: '清单 · The list' }) input: ClearingListInput,
    @Ctx() context: Context,
  ) {
    return clearingById.load(context, await bringClaimList(context, of, input));
  }

  @Mutation(() => ClearingDifference, { nullable: true, description: '说明差异 · Explains a difference' })
  explainClaimDifference(@id() of: string, @why() reason: string, @Ctx() context: Context) {
    return explainClaimDifference(context, of, reason);
  }

  @Mutation(() => Clearing, { nullable: true, description: '核对无误 · Reconciles: every difference is explained' })
  async reconcileClearing(@id() of: string, @Ctx() context: Context) {
    return clearingById.load(context, await stepClearing(context, of, 'reconcile'));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description:
      '申请付款：按规则留存保证金，冲抵预付 · Applies for payment: the deposit is held and what was prepaid set off',
  })
  async applyClearingPayment(@id() of: string, @document() told: string, @Ctx() context: Context) {
    return clearingById.load(context, await stepClearing(context, of, 'apply', { document: told }));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description: '复核付款（经办人不得复核）· Approves a payment; not by its maker',
  })
  async approveClearingPayment(@id() of: string, @Ctx() context: Context) {
    return clearingById.load(context, await stepClearing(context, of, 'approve'));
  }

  @Mutation(() => Clearing, { nullable: true, description: '退回付款申请 · Returns a payment application' })
  async returnClearingPayment(@id() of: string, @why() reason: string, @Ctx() context: Context) {
    return clearingById.load(context, await stepClearing(context, of, 'return', { reason }));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description: '拨付（经办人与复核人不得支付）· Pays; by neither its maker nor who approved',
  })
  async payClearing(@id() of: string, @key() idempotencyKey: string, @Ctx() context: Context) {
    return clearingById.load(context, await stepClearing(context, of, 'pay', { idempotencyKey }));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description:
      '撤回审核前的申报，或复核前的预付与年终清算 · Withdraws a claim before review, or a prepayment or year before approval',
  })
  async withdrawClearing(@id() of: string, @why() reason: string, @Ctx() context: Context) {
    return clearingById.load(context, await stepClearing(context, of, 'withdraw', { reason }));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description: '提出预付，不超过规则上限 · Makes a prepayment, up to the pack’s ceiling',
  })
  async draftPrepayment(
    @hospital() hospitalId: string,
    @year() of: number,
    @Arg('amount', () => Money, { description: '金额 · Amount' }) amount: bigint,
    @document() told: string,
    @key() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    const drafted = { hospitalId, year: of, document: told, amount };
    return clearingById.load(context, await draftClearing(context, drafted, idempotencyKey));
  }

  @Mutation(() => Clearing, {
    nullable: true,
    description:
      '提出年终清算：退还保证金，冲抵预付余额 · Makes the clearing of a year: deposits released, what is left prepaid set off',
  })
  async draftYearClearing(
    @hospital() hospitalId: string,
    @year() of: number,
    @document() told: string,
    @key() idempotencyKey: string,
    @Ctx() context: Context,
    @Arg('payerId', () => ID, {
      nullable: true,
      description: '所承继的支付方，缺省为本单位 · A payer that the own one succeeds',
    })
    payerId?: string,
  ) {
    return clearingById.load(
      context,
      await draftClearing(context, { hospitalId, payerId, year: of, document: told }, idempotencyKey),
    );
  }
}
