// A unit (单位), here a hospital or a payer: organisation tells its name, funds adds how a hospital's discharges were monitored.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Unit', { description: '单位 · A unit' })
export class Unit {
  @Field(() => ID, { description: '单位标识 · Id of the unit' })
  id: string;
}

export const unitOf = (id: string): Unit => Object.assign(new Unit(), { id });
