// A region (地区) as funds knows it: an id, to which funds adds what was allotted and paid there.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Region', { description: '地区（资金部分）· A region: what funds knows of it' })
export class Region {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  id: string;
}

export const regionOf = (id: string): Region => Object.assign(new Region(), { id });
