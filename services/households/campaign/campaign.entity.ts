// A campaign of visits (走访活动): who planned it where and when, and whether it goes to every household or to those listed.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { CampaignCovers, CampaignKind } from './campaign.rules';

registerEnumType(CampaignKind, {
  name: 'CampaignKind',
  description: '走访活动类别 · Kind of a campaign of visits',
  valuesConfig: {
    bigVisit: { description: '扶贫大走访（每季度）· The big visit of a quarter' },
    visitToThePoor: { description: '访贫问苦大走访（上半年）· The city’s visit to the poor' },
  },
});
registerEnumType(CampaignCovers, {
  name: 'CampaignCovers',
  description: '走访哪些户 · Which households it goes to',
  valuesConfig: {
    register: { description: '在册各户，由帮扶人员走访 · Every household in the register, by whoever helps it' },
    listed: { description: '所列各户，由所派人员走访 · Those listed, each by whom it was assigned to' },
  },
});

@ObjectType({ description: '走访活动 · A campaign of visits' })
@Entity('campaign')
export class Campaign {
  @Field(() => ID, { description: '活动标识 · Id of the campaign' })
  @IdColumn()
  id: string;

  @Field(() => CampaignKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: CampaignKind;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '名称 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '部署文号 · Document by which it was called' })
  @TextColumn()
  documentNumber: string;

  @Field({ description: '所属应尽事项的期次 · The turn of what is owed' })
  @TextColumn()
  turn: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day on' })
  @DayColumn()
  startsOn: string;

  @Field(() => CalendarDay, { description: '止于何日之前 · Until before this day' })
  @DayColumn()
  endsOn: string;

  @Field(() => CampaignCovers, { description: '走访哪些户 · Which households it goes to' })
  @TextColumn()
  covers: CampaignCovers;

  @RefColumn()
  plannedBy: string;

  @Field(() => Date, { description: '部署时间 · Planned at' })
  @InstantColumn()
  plannedAt: Date;
}
