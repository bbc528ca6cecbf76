// What funds asks of cases under its service key; no client can ask it.
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { casesForPayment } from './cases-for-payment';
import { PaymentCase } from './payment-case.entity';

@Resolver()
export class PaymentCaseResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [PaymentCase], {
    nullable: true,
    description: '专项事项的发放依据（仅供资金服务）· What pays cases, for the funds service alone',
  })
  programmeCasesForPayment(
    @Arg('ids', () => [ID], { description: '事项标识 · Ids of cases' }) ids: string[],
    @Ctx() context: Context,
  ) {
    return casesForPayment(context, ids);
  }
}
