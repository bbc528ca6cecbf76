// What is said when a leading group is founded and when a seat in it is given or ends.
import { Length } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { GroupSeat } from './group-member.entity';

@ArgsType()
export class FoundLeadingGroupArgs {
  @Field(() => ID, { description: '地区（本人任职地区）· The region, which is one’s own' })
  regionId: string;

  @Field({ description: '名称 · Name' })
  @Length(4, 100, { message: '名称 4 至 100 个字 · a name has 4 to 100 characters' })
  name: string;

  @Field({ description: '成立文件号 · Number of the document' })
  @Length(2, 100, { message: '文件号 2 至 100 个字 · a document number has 2 to 100 characters' })
  documentNumber: string;

  @Field(() => ID, { description: '办公室所在单位 · The unit that is its office' })
  officeUnitId: string;

  @Field(() => CalendarDay, { description: '成立日期 · Founded on' })
  foundedOn: string;
}

@ArgsType()
export class SeatMemberArgs {
  @Field(() => ID, { description: '领导小组 · The leading group' })
  groupId: string;

  @Field(() => ID, { description: '单位 · The unit' })
  unitId: string;

  @Field(() => GroupSeat, { description: '席位 · Seat' })
  seat: GroupSeat;

  @Field({ description: '以何职务参加 · The post in the unit that holds the seat' })
  @Length(2, 50, { message: '职务 2 至 50 个字 · a post has 2 to 50 characters' })
  postTitle: string;

  @Field(() => ID, { nullable: true, description: '现任人员 · Who holds that post' })
  personId?: string;

  @Field(() => CalendarDay, { description: '自何日起 · From which day' })
  validFrom: string;
}
