// A stand-in (代管) for a helper who is away: one household, from a day until a day, after which the helper has it back by itself.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '帮扶责任人外出期间的代管 · Who stands in for a helper that is away, for one household' })
@Entity('stand_in')
export class StandIn {
  @Field(() => ID, { description: '代管标识 · Id' })
  @IdColumn()
  id: string;

  @Field(() => ID, { description: '外出标识，其各户相同 · Id of the absence, the same for all its households' })
  @RefColumn()
  absenceId: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  helperId: string;

  @RefColumn()
  standInId: string;

  @Field(() => CalendarDay, { description: '自何日起代管 · From this day on' })
  @DayColumn()
  validFrom: string;

  @Field(() => CalendarDay, { description: '何日返岗（当日起不再代管）· The day on which the helper is back' })
  @DayColumn()
  validTo: string;

  @Field({ description: '事由 · Why' })
  @TextColumn()
  reason: string;

  @Field(() => Date, { description: '报告时间 · Reported at' })
  @InstantColumn()
  reportedAt: Date;

  @Field(() => Date, { nullable: true, description: '提前结束的时间 · When it was ended early' })
  @InstantColumn(true)
  endedAt: Date | null;
}
