// A registered poor household (建档立卡贫困户) as funds knows it: an id, to which funds adds what it was paid.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Household', { description: '贫困户（资金部分）· A household: what funds knows of it' })
export class Household {
  @Field(() => ID, { description: '户标识 · Id of the household' })
  id: string;
}

export const householdOf = (id: string): Household => Object.assign(new Household(), { id });
