// Bank accounts of households in the graph (银行账户): whether a change waits for its check, the check, and what funds asks.
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { accountsForPayment } from './accounts-for-payment';
import { unconfirmedAccounts } from './bank-account.loader';
import { confirmBankAccount } from './confirm-bank-account';
import { payeeStandings } from './payee-standings';
import { PayeeStanding, PaymentAccount } from './payment-account.entity';

@Resolver(() => Household)
export class BankAccountResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '账户变更待他人核对，核对前不发放 · A change of its account awaits another person’s check, and is not paid to until then',
  })
  bankAccountUnconfirmed(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return unconfirmedAccounts.load(context, id);
  }

  @Mutation(() => Household, {
    nullable: true,
    description: '核对账户变更（变更人不得核对）· Confirms a changed account; not by whoever changed it',
  })
  async confirmBankAccount(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await confirmBankAccount(context, householdId);
    context.loaders.clear();
    return householdById.load(context, id);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [PaymentAccount], {
    nullable: true,
    description: '收款账户（仅供资金服务）· Accounts to be paid to, for the funds service alone',
  })
  accountsForPayment(
    @Arg('ids', () => [ID], { description: '户标识 · Ids of households' }) ids: string[],
    @Ctx() context: HouseholdsContext,
  ) {
    return accountsForPayment(context, ids);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [PayeeStanding], {
    nullable: true,
    description: '领款人当日状况（仅供资金服务）· How payees stand on the day, for the funds service alone',
  })
  payeeStandings(
    @Arg('memberIds', () => [ID], { description: '成员标识 · Ids of members' }) memberIds: string[],
    @Ctx() context: HouseholdsContext,
  ) {
    return payeeStandings(context, memberIds);
  }
}
