// Whose pairings are asked for, and of which day.
import { ArgsType, Field, ID } from 'type-graphql';
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
