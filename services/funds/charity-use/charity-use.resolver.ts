// What the graph answers about uses of gifts, and the hands that draft, resolve, apply and pay.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { AllotmentLine } from '../allotment/allotment.entity';
import { CharityFund } from '../charity-fund/charity-fund.entity';
import { charityFundById } from '../charity-fund/charity-fund.loader';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { applyCharityPayment } from './apply-charity-payment';
import { CharityUse, CharityUseSource } from './charity-use.entity';
import {
  CharityPaymentInput,
  CharityUsesArgs,
  DraftCharityUseInput,
  ResolveCharityUseInput,
} from './charity-use.input';
import {
  charityPaymentById,
  charityUseById,
  lotsOfUse,
  paymentsOfUse,
  resolutionOfUse,
  sourcesOfUse,
} from './charity-use.loader';
import { CharityPayment, CouncilResolution } from './council-resolution.entity';
import { draftCharityUse } from './draft-charity-use';
import { listCharityUses } from './list-charity-uses';
import { payCharityPayment } from './pay-charity-payment';
import { resolveCharityUse } from './resolve-charity-use';
import { withdrawCharityUse } from './withdraw-charity-use';

const CharityUseConnection = connectionOf(CharityUse, 'CharityUse', '捐赠使用计划', 'uses of gifts');
const idIs = { description: '标识 · Id' };
const keyIs = { description: '幂等键 · Idempotency key' };

@Resolver(() => CharityUse)
export class CharityUseResolver {
  @Query(() => CharityUse, { nullable: true, description: '按标识查捐赠使用计划 · A use of gifts by its id' })
  charityUse(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? charityUseById.load(context, id) : null;
  }

  @Query(() => CharityUseConnection, {
    nullable: true,
    description: '基金的使用计划，新者在前 · Uses of a fund’s gifts, the latest first',
  })
  async charityUses(
    @Args(() => CharityUsesArgs) args: CharityUsesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CharityUse>> {
    return connect(await listCharityUses(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => CharityUse, {
    nullable: true,
    description: '编制捐赠使用计划，不得超出捐赠约定 · Drafts a use of gifts, within what they were given for',
  })
  async draftCharityUse(
    @Arg('input', () => DraftCharityUseInput, { description: '内容 · The use' }) input: DraftCharityUseInput,
    @Ctx() context: Context,
  ) {
    return charityUseById.load(context, await draftCharityUse(context, input));
  }

  @Mutation(() => CharityUse, {
    nullable: true,
    description: '撤回自己编制的使用计划 · Withdraws a use that one drafted',
  })
  async withdrawCharityUse(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return charityUseById.load(context, await withdrawCharityUse(context, id));
  }

  @Mutation(() => CharityUse, {
    nullable: true,
    description:
      '登记理事会决议（须为编制人之外的人）；通过的即下达资金批次 · Records the council’s resolution, not by whoever drafted the use; what passed becomes lots',
  })
  async resolveCharityUse(
    @Arg('input', () => ResolveCharityUseInput, { description: '决议 · The resolution' }) input: ResolveCharityUseInput,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return charityUseById.load(context, await resolveCharityUse(context, input, idempotencyKey));
  }

  @Mutation(() => CharityPayment, {
    nullable: true,
    description: '申请直接支付（管理费、采购）· Applies for a payment that goes to no household',
  })
  async applyCharityPayment(
    @Arg('input', () => CharityPaymentInput, { description: '内容 · The payment' }) input: CharityPaymentInput,
    @Ctx() context: Context,
  ) {
    return charityPaymentById.load(context, await applyCharityPayment(context, input));
  }

  @Mutation(() => CharityPayment, {
    nullable: true,
    description: '直接支付（申请人、登记决议的人不得支付）· Pays it; not by whoever applied or recorded the resolution',
  })
  async payCharityPayment(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return charityPaymentById.load(context, await payCharityPayment(context, id, idempotencyKey));
  }

  @FieldResolver(() => CharityFund, { nullable: true, description: '所属基金 · Its fund' })
  fund(@Root() { fundId }: CharityUse, @Ctx() context: Context) {
    return charityFundById.load(context, fundId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '使用地区 · Where it is used' })
  useRegion(@Root() { useRegionId }: CharityUse) {
    return regionOf(useRegionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '编制人 · Who drafted it' })
  draftedBy(@Root() { draftedBy }: CharityUse) {
    return personOf(draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记决议的人 · Who recorded the resolution' })
  decidedBy(@Root() { decidedBy }: CharityUse) {
    return personOf(decidedBy);
  }

  @FieldResolver(() => [CharityUseSource], { nullable: true, description: '资金来源 · What it draws on' })
  sources(@Root() { id }: CharityUse, @Ctx() context: Context) {
    return sourcesOfUse.load(context, id);
  }

  @FieldResolver(() => CouncilResolution, { nullable: true, description: '理事会决议 · The resolution' })
  resolution(@Root() { id }: CharityUse, @Ctx() context: Context) {
    return resolutionOfUse.load(context, id);
  }

  @FieldResolver(() => [AllotmentLine], {
    nullable: true,
    description: '下达的资金批次，一笔捐赠一个 · Its lots, one of each gift',
  })
  lots(@Root() { id }: CharityUse, @Ctx() context: Context) {
    return lotsOfUse.load(context, id);
  }

  @FieldResolver(() => [CharityPayment], { nullable: true, description: '直接支付 · Payments that go to no household' })
  payments(@Root() { id }: CharityUse, @Ctx() context: Context) {
    return paymentsOfUse.load(context, id);
  }
}
