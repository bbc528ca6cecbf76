// What the graph answers about clearings, their lines, deductions and lists.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Unit, unitOf } from '../foreign/unit';
import { Settlement } from '../settlement/settlement.entity';
import { settlementById } from '../settlement/settlement.loader';
import { Clearing, ClearingConnection } from './clearing.entity';
import { ClearingsArgs } from './clearing.input';
import { clearingById, deductionOfLine, lineKey, listsOfClearing, openDifferencesOf } from './clearing.loader';
import { ClearingDeduction, ClearingLine, ClearingLineConnection } from './clearing-line.entity';
import { ClearingDifference, ClearingDifferenceConnection, ClearingList } from './clearing-list.entity';
import { listClearingDifferences, listClearingLines, listClearings } from './list-clearings';

@Resolver(() => Clearing)
export class ClearingResolver {
  @Query(() => Clearing, { nullable: true, description: '按标识查清算单 · A clearing by its id' })
  clearing(
    @Arg('id', () => ID, { description: '清算单标识 · Id of the clearing' }) id: string,
    @Ctx() context: Context,
  ) {
    return isId(id) ? clearingById.load(context, id) : null;
  }

  @Query(() => ClearingConnection, {
    nullable: true,
    description:
      '本院、本支付方或范围内的清算单，新的在前 · Clearings of the own hospital or payer, or in scope, the latest first',
  })
  async clearings(
    @Args(() => ClearingsArgs) args: ClearingsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Clearing>> {
    return connect(await listClearings(context, args), ({ id }) => cursorOf(id));
  }

  @FieldResolver(() => ClearingLineConnection, { nullable: true, description: '明细 · Its lines' })
  async lines(
    @Root() { id }: Clearing,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
    @Arg('deductedOnly', () => Boolean, { nullable: true, description: '只要有扣款的 · Only lines with a deduction' })
    deductedOnly?: boolean,
  ): Promise<Connection<ClearingLine>> {
    const page = await listClearingLines(context, id, deductedOnly ?? false, args);
    return connect(page, ({ ordinal }) => cursorOf(ordinal));
  }

  @FieldResolver(() => [ClearingList], {
    nullable: true,
    description: '双方提交的清单 · Lists that the two sides brought',
  })
  lists(@Root() { id }: Clearing, @Ctx() context: Context) {
    return listsOfClearing.load(context, id);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: Clearing) {
    return unitOf(hospitalId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '支付方 · The payer' })
  payer(@Root() { payerUnitId }: Clearing) {
    return unitOf(payerUnitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申报人 · Who claimed' })
  claimedBy(@Root() { claimedBy }: Clearing) {
    return personOf(claimedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '审核人 · Who reviewed' })
  reviewedBy(@Root() { reviewedBy }: Clearing) {
    return personOf(reviewedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核对人 · Who reconciled' })
  reconciledBy(@Root() { reconciledBy }: Clearing) {
    return personOf(reconciledBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '付款经办人 · Who made the payment application' })
  madeBy(@Root() { madeBy }: Clearing) {
    return personOf(madeBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '付款复核人 · Who approved the payment' })
  checkedBy(@Root() { checkedBy }: Clearing) {
    return personOf(checkedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '支付人 · Who paid' })
  paidBy(@Root() { paidBy }: Clearing) {
    return personOf(paidBy);
  }
}

@Resolver(() => ClearingLine)
export class ClearingLineResolver {
  @FieldResolver(() => Settlement, {
    nullable: true,
    description: '结算、冲账或补结算 · Its settlement, strike or supplement',
  })
  settlement(@Root() { settlementId }: ClearingLine, @Ctx() context: Context) {
    return settlementById.load(context, settlementId);
  }

  @FieldResolver(() => ClearingDeduction, { nullable: true, description: '审核扣款 · What was deducted of it' })
  deduction(@Root() line: ClearingLine, @Ctx() context: Context) {
    return deductionOfLine.load(context, lineKey(line));
  }
}

@Resolver(() => ClearingDeduction)
export class ClearingDeductionResolver {
  @FieldResolver(() => Person, { nullable: true, description: '扣款人 · Who deducted' })
  deductedBy(@Root() { deductedBy }: ClearingDeduction) {
    return personOf(deductedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '异议处理人 · Who decided on the objection' })
  decidedBy(@Root() { decidedBy }: ClearingDeduction) {
    return personOf(decidedBy);
  }

  @FieldResolver(() => Clearing, { nullable: true, description: '清算单 · Its clearing' })
  clearing(@Root() { clearingId }: ClearingDeduction, @Ctx() context: Context) {
    return clearingById.load(context, clearingId);
  }
}

@Resolver(() => ClearingList)
export class ClearingListResolver {
  @FieldResolver(() => ClearingDifferenceConnection, { nullable: true, description: '差异 · What differs' })
  async differences(
    @Root() { id }: ClearingList,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ClearingDifference>> {
    return connect(await listClearingDifferences(context, id, args), (each) => cursorOf(each.id));
  }

  @FieldResolver(() => Int, { nullable: true, description: '未说明的差异 · Differences that are not explained' })
  open(@Root() { id }: ClearingList, @Ctx() context: Context) {
    return openDifferencesOf.load(context, id);
  }
}
