// What the graph answers about campaigns of visits, and how they are planned and assigned.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { assignCampaignVisits } from './assign-campaign-visits';
import { Campaign } from './campaign.entity';
import { CampaignInput, CampaignsArgs, CampaignVisitInput } from './campaign.input';
import { campaignById, listCampaigns, listUnvisited, progressIn } from './campaign.loader';
import { CampaignProgress, CampaignTarget } from './campaign-progress.entity';
import { planCampaign } from './plan-campaign';

const CampaignConnection = connectionOf(Campaign, 'Campaign', '走访活动', 'campaigns of visits');
const CampaignTargetConnection = connectionOf(CampaignTarget, 'CampaignTarget', '活动各户', 'households of a campaign');

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => CampaignConnection, {
    nullable: true,
    description: '与您有关的走访活动，新者在前 · Campaigns of visits that concern you, newest first',
  })
  async campaigns(
    @Args(() => CampaignsArgs) args: CampaignsArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<Campaign>> {
    return connect(await listCampaigns(context, args), ({ startsOn, id }) => cursorOf(startsOn, id));
  }

  @FieldResolver(() => Region, { nullable: true, description: '部署地区 · The region that it goes through' })
  region(@Root() { regionId }: Campaign) {
    return regionOf(regionId);
  }

  @FieldResolver(() => CampaignTargetConnection, {
    nullable: true,
    description: '尚未走访的户及走访人，按地区次序 · Households not visited yet and who is to, in the order of places',
  })
  async unvisited(
    @Root() { id }: Campaign,
    @Arg('regionId', () => ID, { nullable: true, description: '只要此地区 · Only this region' }) regionId:
      | string
      | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<CampaignTarget>> {
    const page = await listUnvisited(context, id, regionId ?? null, args);
    return connect(page, ({ path, householdId }) => cursorOf(path, householdId));
  }

  @Mutation(() => Campaign, { nullable: true, description: '部署走访活动 · Plans a campaign of visits' })
  async planCampaign(
    @Arg('input', () => CampaignInput, { description: '部署内容 · What is planned' }) input: CampaignInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await planCampaign(context, input);
    context.loaders.clear();
    return campaignById.load(context, id);
  }

  @Mutation(() => Campaign, { nullable: true, description: '分派谁走访哪户 · Assigns who visits whom' })
  async assignCampaignVisits(
    @Arg('campaignId', () => ID, { description: '活动 · The campaign' }) campaignId: string,
    @Arg('visits', () => [CampaignVisitInput], { description: '分派 · Who visits whom' }) visits: CampaignVisitInput[],
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await assignCampaignVisits(context, campaignId, visits);
    context.loaders.clear();
    return campaignById.load(context, id);
  }
}

@Resolver(() => CampaignTarget)
export class CampaignTargetResolver {
  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: CampaignTarget, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: '走访人：所派者，或现任帮扶责任人 · Who is to visit: whom it was assigned to, or the helper',
  })
  visitor(@Root() { visitorId }: CampaignTarget) {
    return visitorId && personOf(visitorId);
  }
}

@Resolver(() => Region)
export class RegionCampaignResolver {
  @FieldResolver(() => CampaignProgress, {
    nullable: true,
    description:
      '某活动在该地区的进度；地区不全在范围内则为空 · How far a campaign is in the region; null for a region not wholly in scope',
  })
  campaignProgress(
    @Root() { id }: Region,
    @Arg('campaignId', () => ID, { description: '活动 · The campaign' }) campaignId: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return progressIn(context, id, campaignId);
  }
}
