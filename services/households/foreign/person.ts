// A person (人员), borrowed from organisation: here it gains the count of households paired with it.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Person', { description: '人员 · A person' })
export class Person {
  @Field(() => ID, { description: '人员标识 · Id of the person' })
  id: string;
}

export function personOf(id: string): Person {
  return Object.assign(new Person(), { id });
}
