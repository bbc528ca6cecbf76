// A person (人员) who applied, approved or paid: organisation tells who it is.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Person', { description: '人员 · A person' })
export class Person {
  @Field(() => ID, { description: '人员标识 · Id of the person' })
  id: string;
}

export const personOf = (id: string | null): Person | null =>
  id === null ? null : Object.assign(new Person(), { id });
