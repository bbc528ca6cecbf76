// A household (贫困户) as assessments knows it: only which one was drawn; all else is households' to tell, to whom it may be told.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Household', { description: '贫困户 · A household' })
export class Household {
  @Field(() => ID, { description: '户标识 · Id of the household' })
  id: string;

  static of(id: string): Household {
    return Object.assign(new Household(), { id });
  }
}
