// What is told of households that go to a successor village.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '分村安置名单 · A list of households that go to a successor village' })
export class ResettlementInput {
  @Field(() => ID, { description: '户现在所在的村 · The village where the households are now' })
  fromRegionId: string;

  @Field(() => ID, { description: '由其分立的村 · The village split off from it' })
  toRegionId: string;

  @Field(() => [ID], { description: '户，每份名单至多 2000 · Households, at most 2000 a list' })
  householdIds: string[];

  @Field(() => CalendarDay, {
    description: '自何日起，不早于该村设立之日 · From this day, not before that village was founded',
  })
  effectiveOn: string;

  @Field({ description: '文号 · Number of the document' })
  documentNumber: string;
}

@ArgsType()
export class ResettlementsArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: '只要待定（true）或已决定（false）· Only those that wait, or only those decided',
  })
  awaiting?: boolean;
}
