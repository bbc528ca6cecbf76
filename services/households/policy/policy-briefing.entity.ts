// That a policy was explained (政策解读记录) to a household: by whom, to whom, on which day; appended.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '政策解读记录 · That a policy was explained to a household' })
@Entity('policy_briefing')
export class PolicyBriefing {
  @Field(() => ID, { description: '记录标识 · Id of the record' })
  @IdColumn()
  id: string;

  @RefColumn()
  policyId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  explainedBy: string;

  @Field(() => CalendarDay, { description: '解读日期 · Explained on' })
  @DayColumn()
  explainedOn: string;

  @Field({ description: '向何人解读 · To whom' })
  @TextColumn()
  toWhom: string;

  @Field(() => String, { nullable: true, description: '说明 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @Field(() => Date, { description: '登记时刻 · When it was recorded' })
  @InstantColumn()
  recordedAt: Date;
}
