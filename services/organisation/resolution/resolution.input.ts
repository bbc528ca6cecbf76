// How resolutions are looked for: by whom they charge, and by the day of the meeting.
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@ArgsType()
export class ResolutionsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要交办给此单位的 · Only those that charge this unit' })
  ownerUnitId?: string;

  @Field(() => ID, { nullable: true, description: '只要交办给此地区的 · Only those that charge this region' })
  ownerRegionId?: string;

  @Field(() => CalendarDay, { nullable: true, description: '自此日的会议起 · Of meetings from this day' })
  from?: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '至此日（不含）的会议 · Of meetings until this day, exclusive',
  })
  until?: string;
}
