// What is told when a campaign is planned and its visits are assigned.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { CampaignCovers, CampaignKind } from './campaign.rules';

@InputType({ description: '走访活动部署 · A campaign of visits that is planned' })
export class CampaignInput {
  @Field(() => CampaignKind, { description: '类别 · Kind' })
  kind: CampaignKind;

  @Field(() => ID, { description: '本地区 · The own region' })
  regionId: string;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '部署文号 · Document by which it is called' })
  documentNumber: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day on' })
  from: string;

  @Field(() => CalendarDay, { description: '止于何日之前 · Until before this day' })
  until: string;

  @Field(() => CampaignCovers, { description: '走访哪些户 · Which households it goes to' })
  covers: CampaignCovers;
}

@InputType({ description: '谁走访哪户 · Who visits whom' })
export class CampaignVisitInput {
  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => ID, { description: '走访人 · Who visits' })
  visitorId: string;
}

@ArgsType()
export class CampaignsArgs extends ConnectionArgs {
  @Field(() => Boolean, { nullable: true, description: '只要进行中的 · Only those that run today' })
  running?: boolean | null;
}
