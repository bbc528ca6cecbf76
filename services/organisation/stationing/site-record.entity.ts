// A record of a day on site (驻村记录): who was in the village on a day and what was done; it counts once another person confirmed it.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { SiteDeed } from './station-role.rules';

registerEnumType(SiteDeed, {
  name: 'SiteDeed',
  description: '驻村记录的类别 · Kind of a record of a day on site',
  valuesConfig: {
    onSite: { description: '在村工作一天 · A day on site' },
    policyTalk: { description: '政策宣讲 · A talk on policy' },
    villageMeeting: { description: '主持村脱贫攻坚专题会 · A meeting of the village on the work' },
  },
});

@ObjectType({
  description: '驻村记录；经另一人确认后计 · A record of a day on site; it counts once another person confirmed it',
})
@Entity('site_record')
export class SiteRecord {
  @Field(() => ID, { description: '记录标识 · Id of the record' })
  @IdColumn()
  id: string;

  @RefColumn()
  stationingId: string;

  @RefColumn()
  personId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => SiteDeed, { description: '类别 · Kind' })
  @TextColumn()
  deed: SiteDeed;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  @DayColumn()
  day: string;

  @Field({ description: '所做工作 · What was done' })
  @TextColumn()
  content: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · When it was recorded' })
  @InstantColumn()
  recordedAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @RefColumn(true)
  struckBy: string | null;

  @Field(() => Date, {
    nullable: true,
    description: '确认或作废时间；空为待定 · When it was confirmed or struck, null while it waits',
  })
  @InstantColumn(true)
  settledAt: Date | null;

  @Field(() => String, { nullable: true, description: '作废原因 · Why it was struck' })
  @TextColumn(true)
  remark: string | null;

  @Field(() => Boolean, { description: '已确认，计入履职 · Confirmed: it counts' })
  get counts(): boolean {
    return this.confirmedBy !== null;
  }
}
