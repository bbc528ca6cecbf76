// What the graph answers about cash of the treasury (资金账), and who records it.
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Allotment } from '../allotment/allotment.entity';
import { allotmentById } from '../allotment/allotment.loader';
import { Person, personOf } from '../foreign/person';
import { Journal } from '../ledger/journal.entity';
import { journalById } from '../ledger/journal.loader';
import { receiptById, receiptsOfAllotment } from './book.loader';
import { CashMove, CashReceipt } from './cash-receipt.entity';
import { MoveCashInput } from './cash-receipt.input';
import { moveCash } from './move-cash';

const keyIs = { description: '幂等键 · Idempotency key' };

@Resolver(() => CashReceipt)
export class CashReceiptResolver {
  @Mutation(() => CashReceipt, {
    nullable: true,
    description:
      '登记国库资金到账（晚到的记入当前账期，起息日照实）· Records cash received from the treasury; what is late is booked now, under its own value date',
  })
  async receiveCash(
    @Arg('input', () => MoveCashInput, { description: '内容 · What came' }) input: MoveCashInput,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return receiptById.load(context, await moveCash(context, CashMove.receive, input, idempotencyKey));
  }

  @Mutation(() => CashReceipt, {
    nullable: true,
    description: '登记缴回国库的资金 · Records cash handed back to the treasury',
  })
  async handBackCash(
    @Arg('input', () => MoveCashInput, { description: '内容 · What went' }) input: MoveCashInput,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return receiptById.load(context, await moveCash(context, CashMove.handBack, input, idempotencyKey));
  }

  @FieldResolver(() => Allotment, { nullable: true, description: '指标文 · The notice that it is for' })
  allotment(@Root() { allotmentId }: CashReceipt, @Ctx() context: Context) {
    return allotmentById.load(context, allotmentId);
  }

  @FieldResolver(() => Journal, { nullable: true, description: '记账凭证 · The journal that booked it' })
  journal(@Root() { journalId }: CashReceipt, @Ctx() context: Context) {
    return journalById.load(context, journalId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who recorded it' })
  recordedBy(@Root() { recordedBy }: CashReceipt) {
    return personOf(recordedBy);
  }
}

@Resolver(() => Allotment)
export class AllotmentCashResolver {
  @FieldResolver(() => [CashReceipt], {
    nullable: true,
    description: '资金到账与缴回（印发地区可见）· Cash received and handed back, seen where the notice was issued',
  })
  receipts(@Root() { id }: Allotment, @Ctx() context: Context) {
    return receiptsOfAllotment.load(context, id);
  }
}
