// A unit (单位) as assessments extends it: with the tasks on its checklist and how far they are.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Unit', { description: '单位 · A unit: a member unit, an office, a hospital or a payer' })
export class Unit {
  @Field(() => ID, { description: '单位标识 · Id of the unit' })
  id: string;

  static of(id: string): Unit {
    return Object.assign(new Unit(), { id });
  }
}
