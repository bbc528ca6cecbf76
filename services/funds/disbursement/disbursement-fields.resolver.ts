// What hangs on a disbursement and on a payment line: its region, its lot, its hands, its journals.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { maskName } from '#platform/vocabulary/identity-number';
import { AllotmentLine } from '../allotment/allotment.entity';
import { lotById } from '../allotment/allotment.loader';
import { Household, householdOf } from '../foreign/household';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Journal } from '../ledger/journal.entity';
import { journalsOfDisbursement, journalsOfLine } from '../ledger/journal.loader';
import { permissions } from '../permissions';
import { Disbursement } from './disbursement.entity';
import { disbursementById } from './disbursement.loader';
import { DisbursementLine } from './disbursement-line.entity';
import { listLines } from './list-lines';

const LineConnection = connectionOf(DisbursementLine, 'DisbursementLine', '发放明细', 'payment lines');

@Resolver(() => Disbursement)
export class DisbursementFieldsResolver {
  @FieldResolver(() => LineConnection, { nullable: true, description: '各户明细 · Its lines, one a household' })
  async lines(
    @Root() { id }: Disbursement,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DisbursementLine>> {
    return connect(await listLines(context, id, args), (line) => cursorOf(line.id));
  }

  @FieldResolver(() => Region, { nullable: true, description: '申请的乡镇 · The town that applied' })
  region(@Root() { regionId }: Disbursement) {
    return regionOf(regionId);
  }

  @FieldResolver(() => AllotmentLine, { nullable: true, description: '资金批次 · The lot that it draws on' })
  lot(@Root() { lotId }: Disbursement, @Ctx() context: Context) {
    return lotById.load(context, lotId);
  }

  @FieldResolver(() => [Journal], {
    nullable: true,
    description:
      '整批的记账凭证，按记账次序；逐户的见各明细 · Journals of the whole, in the order of booking; those of one household are on its line',
  })
  journals(@Root() { id }: Disbursement, @Ctx() context: Context) {
    return journalsOfDisbursement.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申请人 · Who applied' })
  appliedBy(@Root() { appliedBy }: Disbursement) {
    return personOf(appliedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '审批人 · Who approved' })
  approvedBy(@Root() { approvedBy }: Disbursement) {
    return personOf(approvedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '支付令开具人 · Who ordered its payment' })
  orderedBy(@Root() { orderedBy }: Disbursement) {
    return personOf(orderedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '支付人 · Who paid' })
  paidBy(@Root() { paidBy }: Disbursement) {
    return personOf(paidBy);
  }
}

@Resolver(() => DisbursementLine)
export class DisbursementLineResolver {
  @FieldResolver(() => Household, { nullable: true, description: '户 · The household' })
  household(@Root() { householdId }: DisbursementLine) {
    return householdOf(householdId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '村 · The village' })
  region(@Root() { regionId }: DisbursementLine) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Disbursement, { nullable: true, description: '所属批次 · Its disbursement' })
  disbursement(@Root() { disbursementId }: DisbursementLine, @Ctx() context: Context) {
    return disbursementById.load(context, disbursementId);
  }

  @FieldResolver(() => [Journal], {
    nullable: true,
    description:
      '该户的记账凭证：逐户支付、退回、释放及其冲销 · Journals of this line alone: paid by card, returned, released, and what undid them',
  })
  journals(@Root() { id }: DisbursementLine, @Ctx() context: Context) {
    return journalsOfLine.load(context, id);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '收款人（户主姓名）· Payee, the head of the household' })
  payee(@Root() { payee }: DisbursementLine, @Ctx() { caller }: Context): string | null {
    const sight = permissions.sees(caller, 'DisbursementLine', 'payee');
    if (sight === 'hidden') return null;
    return sight === 'plain' ? payee : maskName(payee);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '收款卡（脱敏）· Card, always masked' })
  card(@Root() { maskedCard }: DisbursementLine): string | null {
    return maskedCard;
  }
}
