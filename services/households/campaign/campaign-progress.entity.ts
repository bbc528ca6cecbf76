// How far a campaign of visits is (走访活动进度) in a region, as the visits themselves tell; and whom nobody has visited yet.
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '走访活动进度：由走访记录得出 · How far a campaign is, from the visits themselves' })
export class CampaignProgress {
  @Field(() => Int, { description: '应走访户数 · Households to be visited' })
  owed: number;

  @Field(() => Int, { description: '已走访户数 · Households visited' })
  visited: number;

  @Field(() => Int, { description: '其走访有疑点的户数 · Households whose visits are all flagged as odd' })
  flagged: number;
}

@ObjectType({ description: '活动中一户及走访人 · A household of a campaign, and who is to visit it' })
export class CampaignTarget {
  householdId: string;

  path: string;

  visitorId: string | null;
}
