// What may be refused when a campaign of visits is planned, assigned and carried out.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const campaignRefusals = {
  campaignNotHere: refusal(
    'CAMPAIGN_NOT_HERE',
    '此类走访活动须由本级（市，或区、功能区）在本地区部署',
    'A campaign of this kind is planned by the city, or a district or zone, in its own region',
  ),
  campaignOutsideTurn: refusal(
    'CAMPAIGN_OUTSIDE_TURN',
    '活动须在应尽事项的同一期内（如 {turn}：{from} 至 {until} 之前）',
    'A campaign lies within one turn of what is owed (such as {turn}: {from} until before {until})',
  ),
  campaignStands: refusal(
    'CAMPAIGN_STANDS',
    '本地区 {turn} 已部署此类活动',
    'One of this kind is planned here for {turn} already',
  ),
  campaignOver: refusal(
    'CAMPAIGN_OVER',
    '活动已结束，不再分派',
    'The campaign is over and nobody is assigned any more',
  ),
  visitorNotAssigned: refusal(
    'VISITOR_NOT_ASSIGNED',
    '当日没有走访活动分派您走访该户',
    'No campaign sends you to this household on that day',
  ),
} satisfies Record<string, RefusalMaker>;
