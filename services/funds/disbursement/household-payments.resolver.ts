// What funds adds to a household: the payments of a budget year, and their sum.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { sumOf } from '#platform/vocabulary/money';
import { Household } from '../foreign/household';
import { PaymentState } from './disbursement.entity';
import { householdYear, paymentsOfHouseholdYear } from './disbursement.loader';
import { DisbursementLine } from './disbursement-line.entity';

const year = () => Arg('year', () => Int, { description: '预算年度 · Budget year' });

@Resolver(() => Household)
export class HouseholdPaymentsResolver {
  @FieldResolver(() => [DisbursementLine], {
    nullable: true,
    description: '该年度的发放明细 · Its payment lines of a budget year',
  })
  payments(@Root() { id }: Household, @year() of: number, @Ctx() context: Context) {
    return paymentsOfHouseholdYear.load(context, householdYear(id, of));
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: '该年度已支付合计，扣除退回 · What it was paid in a budget year, less what came back',
  })
  async paidTotal(@Root() { id }: Household, @year() of: number, @Ctx() context: Context): Promise<bigint> {
    const lines = await paymentsOfHouseholdYear.load(context, householdYear(id, of));
    return sumOf(
      lines.filter(({ state }) => state === PaymentState.paid).map(({ amount, returned }) => amount - returned),
    );
  }
}
