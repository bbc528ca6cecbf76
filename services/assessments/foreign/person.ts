// A person (人员) as assessments knows it: only who it is; the name is organisation's to tell.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Person', { description: '人员 · A person' })
export class Person {
  @Field(() => ID, { description: '人员标识 · Id of the person' })
  id: string;

  static of(id: string): Person {
    return Object.assign(new Person(), { id });
  }
}
