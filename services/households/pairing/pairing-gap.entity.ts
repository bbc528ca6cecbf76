// A gap in pairing (结对空档): days on which a household in the register had nobody who helps it.
import { Field, Int, ObjectType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '结对空档：无人帮扶的一段日子 · Days on which nobody helped a household' })
export class PairingGap {
  householdId: string;

  path: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day on' })
  from: string;

  @Field(() => CalendarDay, { description: '止于何日之前 · Until before this day' })
  until: string;

  @Field(() => Int, { description: '天数 · Days' })
  days: number;
}

@ObjectType({
  description: '一地区一时期的结对空档；应为零 · Gaps in pairing of a region and period, of which there should be none',
})
export class PairingGaps {
  range: { regionId: string; lo: string; hi: string };

  from: string;

  until: string;
}
