// A seat (成员) in a leading group: held by a unit through one of its posts, for a period of days; the person may be named.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

export enum GroupSeat {
  head = 'head',
  deputy = 'deputy',
  member = 'member',
}
registerEnumType(GroupSeat, {
  name: 'GroupSeat',
  description: '领导小组中的席位 · Seat in a leading group',
  valuesConfig: {
    head: { description: '组长 · Head' },
    deputy: { description: '副组长 · Deputy head' },
    member: { description: '成员 · Member' },
  },
});

@ObjectType({ description: '领导小组成员（按单位和职务）· A member of a leading group, by unit and post' })
@Entity('group_member')
export class GroupMember {
  @Field(() => ID, { description: '成员标识 · Id of the membership' })
  @IdColumn()
  id: string;

  @RefColumn()
  groupId: string;

  @RefColumn()
  unitId: string;

  @RefColumn(true)
  personId: string | null;

  @Field(() => GroupSeat, { description: '席位 · Seat' })
  @TextColumn()
  seat: GroupSeat;

  @Field({ description: '以何职务参加，如“局长” · The post in the unit that holds the seat' })
  @TextColumn()
  postTitle: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day' })
  @DayColumn()
  validFrom: string;

  @Field(() => CalendarDay, { nullable: true, description: '至何日止（不含）· Until this day, exclusive' })
  @DayColumn(true)
  validTo: string | null;
}
