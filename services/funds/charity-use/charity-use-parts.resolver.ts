// What belongs to a use of gifts: the gift and lot that it draws on, the votes behind its resolution, the hands on its payments.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { AllotmentLine } from '../allotment/allotment.entity';
import { lotById } from '../allotment/allotment.loader';
import { CouncilMember } from '../charity-fund/founding-step.entity';
import { Person, personOf } from '../foreign/person';
import { Gift } from '../gift/gift.entity';
import { giftById } from '../gift/gift.loader';
import { CharityUse, CharityUseSource } from './charity-use.entity';
import { charityUseById, councilMemberById, votesOfUse } from './charity-use.loader';
import { CharityPayment, CouncilResolution, CouncilVote } from './council-resolution.entity';

@Resolver(() => CharityUseSource)
export class CharityUseSourceResolver {
  @FieldResolver(() => Gift, { nullable: true, description: '捐赠 · The gift' })
  gift(@Root() { giftId }: CharityUseSource, @Ctx() context: Context) {
    return giftById.load(context, giftId);
  }

  @FieldResolver(() => AllotmentLine, { nullable: true, description: '资金批次 · The lot' })
  lot(@Root() { lotId }: CharityUseSource, @Ctx() context: Context) {
    return lotById.load(context, lotId);
  }
}

@Resolver(() => CouncilResolution)
export class CouncilResolutionResolver {
  @FieldResolver(() => [CouncilVote], { nullable: true, description: '各理事的表决 · The votes' })
  votes(@Root() { useId }: CouncilResolution, @Ctx() context: Context) {
    return votesOfUse.load(context, useId);
  }
}

@Resolver(() => CouncilVote)
export class CouncilVoteResolver {
  @FieldResolver(() => CouncilMember, { nullable: true, description: '理事 · The member' })
  member(@Root() { memberId }: CouncilVote, @Ctx() context: Context) {
    return councilMemberById.load(context, memberId);
  }
}

@Resolver(() => CharityPayment)
export class CharityPaymentResolver {
  @FieldResolver(() => CharityUse, { nullable: true, description: '使用计划 · The use' })
  use(@Root() { useId }: CharityPayment, @Ctx() context: Context) {
    return charityUseById.load(context, useId);
  }

  @FieldResolver(() => AllotmentLine, { nullable: true, description: '资金批次 · The lot' })
  lot(@Root() { lotId }: CharityPayment, @Ctx() context: Context) {
    return lotById.load(context, lotId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申请人 · Who applied' })
  appliedBy(@Root() { appliedBy }: CharityPayment) {
    return personOf(appliedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '支付人 · Who paid' })
  paidBy(@Root() { paidBy }: CharityPayment) {
    return personOf(paidBy);
  }
}
