// A unit (单位) as households knows it: only which it is; organisation tells the rest.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Unit', { description: '单位 · A unit' })
export class Unit {
  @Field(() => ID, { description: '单位标识 · Id of the unit' })
  id: string;
}

export function unitOf(id: string): Unit {
  return Object.assign(new Unit(), { id });
}
