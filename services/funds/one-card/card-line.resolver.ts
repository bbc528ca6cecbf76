// What a line of a one-card batch shows to whom, and what a payment, a household's payment and a disbursement show of their lines.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import { Disbursement } from '../disbursement/disbursement.entity';
import { lineById } from '../disbursement/disbursement.loader';
import { DisbursementLine } from '../disbursement/disbursement-line.entity';
import { Household, householdOf } from '../foreign/household';
import { Region, regionOf } from '../foreign/region';
import { permissions } from '../permissions';
import { CardBatch } from './card-batch.entity';
import { CardLine } from './card-line.entity';
import { batchesOfDisbursement, cardBatchById, cardLinesOfPayment } from './one-card.loader';

function nameFor({ caller }: Context, field: 'payee' | 'proxyFor', name: string | null): string | null {
  const sight = permissions.sees(caller, 'CardLine', field);
  if (sight === 'hidden' || name === null) return null;
  return sight === 'plain' ? name : maskName(name);
}

@Resolver(() => CardLine)
export class CardLineResolver {
  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '户名 · Whose account it is' })
  payee(@Root() { payee }: CardLine, @Ctx() context: Context) {
    return nameFor(context, 'payee', payee);
  }

  @Classified('personal')
  @FieldResolver(() => String, {
    nullable: true,
    description: '代领：实际应领的户主 · Of a proxy: the head whose money it is',
  })
  proxyFor(@Root() { proxyFor }: CardLine, @Ctx() context: Context) {
    return nameFor(context, 'proxyFor', proxyFor);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '卡号（一律脱敏）· Card, always masked' })
  card(@Root() { cardTail }: CardLine): string {
    return maskFromTail(cardTail);
  }

  @Classified('personal')
  @FieldResolver(() => String, {
    nullable: true,
    description: '户主证件号（一律脱敏）· Identity number of the head, always masked',
  })
  idNumber(@Root() { idNumberTail }: CardLine): string | null {
    return idNumberTail && maskFromTail(idNumberTail);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '开户银行 · Bank' })
  bankName(@Root() { bankName }: CardLine): string | null {
    return bankName;
  }

  @FieldResolver(() => CardBatch, { nullable: true, description: '所属批次 · Its batch' })
  batch(@Root() { batchId }: CardLine, @Ctx() context: Context) {
    return cardBatchById.load(context, batchId);
  }

  @FieldResolver(() => DisbursementLine, {
    nullable: true,
    description: '所付的发放明细 · The payment line that it pays',
  })
  payment(@Root() { disbursementLineId }: CardLine, @Ctx() context: Context) {
    return lineById.load(context, disbursementLineId);
  }

  @FieldResolver(() => Household, { nullable: true, description: '户 · The household' })
  household(@Root() { householdId }: CardLine) {
    return householdOf(householdId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '村 · The village' })
  region(@Root() { regionId }: CardLine) {
    return regionOf(regionId);
  }
}

@Resolver(() => DisbursementLine)
export class PaymentCardLinesResolver {
  @FieldResolver(() => [CardLine], {
    nullable: true,
    description:
      '一卡通各次发放，新者在前；失败的带原因 · Each attempt to pay it by card, the latest first, failures with their reason',
  })
  cardLines(@Root() { id }: DisbursementLine, @Ctx() context: Context) {
    return cardLinesOfPayment.load(context, id);
  }
}

@Resolver(() => Disbursement)
export class DisbursementCardBatchesResolver {
  @FieldResolver(() => [CardBatch], { nullable: true, description: '一卡通批次 · The one-card batches that pay it' })
  cardBatches(@Root() { id }: Disbursement, @Ctx() context: Context) {
    return batchesOfDisbursement.load(context, id);
  }
}
