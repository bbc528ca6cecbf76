// A region (地区), borrowed from organisation: here it gains the sums of its households.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Region', { description: '地区 · A region' })
export class Region {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  id: string;
}

export function regionOf(id: string): Region {
  return Object.assign(new Region(), { id });
}
