// What funds adds to payments in question: the lines that a household was paid since the day, and their sum.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { sumOf } from '#platform/vocabulary/money';
import { QuestionedPayments } from '../foreign/questioned-payments';
import { paymentsSince } from './disbursement.loader';
import { DisbursementLine } from './disbursement-line.entity';

@Resolver(() => QuestionedPayments)
export class QuestionedPaymentsResolver {
  @FieldResolver(() => [DisbursementLine], {
    nullable: true,
    description: '自该日起已支付的明细 · The lines that were paid since that day',
  })
  lines(@Root() { id }: QuestionedPayments, @Ctx() context: Context) {
    return paymentsSince.load(context, id);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: '自该日起已支付合计，扣除退回 · What was paid since that day, less what came back',
  })
  async total(@Root() { id }: QuestionedPayments, @Ctx() context: Context): Promise<bigint> {
    return sumOf((await paymentsSince.load(context, id)).map(({ amount, returned }) => amount - returned));
  }
}
