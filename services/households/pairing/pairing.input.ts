// Whose pairings are asked for and of which day; what is told of an absence, and of a hand-over.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@ArgsType()
export class PairingsOnArgs {
  @Field(() => CalendarDay, { description: '何日 · On which day' })
  on: string;

  @Field(() => ID, { nullable: true, description: '帮扶责任人 · The helper' })
  helperId?: string;

  @Field(() => ID, { nullable: true, description: '贫困户 · The household' })
  householdId?: string;
}

@InputType({ description: '帮扶责任人外出 · The absence of a helper' })
export class AbsenceInput {
  @Field(() => ID, { nullable: true, description: '何人外出，默认本人 · Who is away, oneself unless told' })
  helperId?: string | null;

  @Field(() => ID, { description: '代管人（须另有帮扶责任人职务）· Who stands in, under a helper’s post of his own' })
  standInId: string;

  @Field(() => CalendarDay, { description: '自何日起 · From this day on' })
  from: string;

  @Field(() => CalendarDay, { description: '何日返岗 · The day of the return' })
  until: string;

  @Field({ description: '事由 · Why' })
  reason: string;
}

@InputType({ description: '帮扶移交 · A hand-over of households' })
export class HandOverInput {
  @Field(() => ID, { description: '移交人 · Who hands over' })
  fromHelperId: string;

  @Field(() => ID, { description: '接手人 · Who takes over' })
  toHelperId: string;

  @Field(() => [ID], {
    nullable: true,
    description: '只移交这些户；默认您范围内其全部户 · Only these households; all in your scope unless told',
  })
  householdIds?: string[] | null;

  @Field(() => CalendarDay, { description: '自何日起由接手人负责 · From this day on' })
  from: string;

  @Field({ description: '原因 · Why' })
  reason: string;
}
