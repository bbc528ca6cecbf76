// What the graph answers about re-issues (重发), and who re-issues what came back.
import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { Disbursement } from './disbursement.entity';
import { ReissueReturnedArgs } from './disbursement.input';
import { disbursementById } from './disbursement.loader';
import { DisbursementLine } from './disbursement-line.entity';
import { completeDisbursement, reissuedOfLine, reissueOfDisbursement, reissuesOfDisbursement } from './reissue.loader';
import { reissueReturned } from './reissue-returned';

@Resolver(() => Disbursement)
export class DisbursementReissueResolver {
  @Mutation(() => Disbursement, {
    nullable: true,
    description:
      '重发已退回的款项：按尚未重发的金额，从同一资金批次、用途和项目另行申请，收款人与卡号按现时登记；已要求追回的不重发 · Re-issues what came back: applies for a new disbursement of the amounts that are open, from the same lot, purpose and project, with payee and card as they are now; never what is recovered',
  })
  async reissueReturned(@Args(() => ReissueReturnedArgs) args: ReissueReturnedArgs, @Ctx() context: Context) {
    return disbursementById.load(context, await reissueReturned(context, args));
  }

  @FieldResolver(() => [Disbursement], {
    nullable: true,
    description:
      '重发其退回款的批次，含已驳回和撤回的 · The disbursements that re-issue what came back of it, also rejected and withdrawn ones',
  })
  reissues(@Root() { id }: Disbursement, @Ctx() context: Context) {
    return reissuesOfDisbursement.load(context, id);
  }

  @FieldResolver(() => Disbursement, {
    nullable: true,
    description:
      '所重发的原批次；非重发的为空 · The disbursement whose returns it re-issues; none if it is no re-issue',
  })
  async reissueOf(@Root() { id }: Disbursement, @Ctx() context: Context): Promise<Disbursement | null> {
    const of = await reissueOfDisbursement.load(context, id);
    return of === null ? null : disbursementById.load(context, of);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '是否发放完成：已支付，且退回的均已重发并支付到位（再次退回的亦然）；追回的不再发放，不影响完成 · Whether it is complete: paid, and whatever came back was paid anew, also what came back again; what is recovered is owed to nobody and keeps nothing from being complete',
  })
  complete(@Root() { id }: Disbursement, @Ctx() context: Context) {
    return completeDisbursement.load(context, id);
  }
}

@Resolver(() => DisbursementLine)
export class ReissuedLineResolver {
  @FieldResolver(() => Money, {
    nullable: true,
    description:
      '退回后已重发（不含已驳回、撤回和停发的）· What of the returned is re-issued, without what was rejected, withdrawn or stopped',
  })
  reissued(@Root() { id }: DisbursementLine, @Ctx() context: Context) {
    return reissuedOfLine.load(context, id);
  }
}
