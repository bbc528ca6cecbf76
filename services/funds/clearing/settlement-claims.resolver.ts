// How a settlement stands in the book of medical claims (结算记账), and between whom.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Unit, unitOf } from '../foreign/unit';
import { Settlement } from '../settlement/settlement.entity';
import { claimsOfSettlement } from './claim.loader';
import { ClaimPosting } from './claim-posting.entity';

@Resolver(() => Settlement)
export class SettlementClaimsResolver {
  @FieldResolver(() => [ClaimPosting], {
    nullable: true,
    description:
      '医疗垫付账分录：医院垫付、各支付方应付、医院自担部分单列 · Its postings: what the hospital advanced, each payer owes, and the hospital bears itself',
  })
  claims(@Root() { id }: Settlement, @Ctx() context: Context) {
    return claimsOfSettlement.load(context, id);
  }
}

@Resolver(() => ClaimPosting)
export class ClaimPostingResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: '支付方，医院自担的为医院 · The payer, or the hospital for what it bears itself',
  })
  payer(@Root() { payerUnitId }: ClaimPosting) {
    return unitOf(payerUnitId);
  }
}
