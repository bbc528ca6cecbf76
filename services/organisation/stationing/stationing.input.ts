// What is told of somebody stationed in a village, and of a day there.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { SiteDeed, StationRole } from './station-role.rules';

@InputType({ description: '派驻内容 · What is told of a stationing' })
export class StationInput {
  @Field(() => ID, { description: '村 · The village' })
  regionId: string;

  @Field(() => ID, { description: '人员 · The person' })
  personId: string;

  @Field(() => StationRole, { description: '角色 · Role' })
  role: StationRole;

  @Field(() => ID, { nullable: true, description: '派出单位 · The unit that sends' })
  unitId?: string | null;

  @Field({ description: '派驻文号 · Number of the document' })
  documentNumber: string;

  @Field(() => CalendarDay, { description: '自何日 · From this day' })
  validFrom: string;
}

@InputType({ description: '驻村记录内容 · What is told of a day on site' })
export class SiteRecordInput {
  @Field(() => ID, { description: '派驻标识 · Id of the stationing' })
  stationingId: string;

  @Field(() => SiteDeed, { description: '类别 · Kind' })
  deed: SiteDeed;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  day: string;

  @Field({ description: '所做工作，2 至 500 字 · What was done, 2 to 500 characters' })
  content: string;
}

@ArgsType()
export class StationingsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '地区，省略为全部所辖 · A region; all in range when left out' })
  regionId?: string;

  @Field(() => StationRole, { nullable: true, description: '角色 · Role' })
  role?: StationRole;

  @Field(() => Boolean, {
    nullable: true,
    description: '只要在任（true）或已结束（false）· Only those that last, or only those that ended',
  })
  current?: boolean;
}
