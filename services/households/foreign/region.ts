// A region (地区), borrowed from organisation: here it gains the sums of its households.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Region', { description: '地区 · A region' })
export class Region {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  id: string;

  // Known here from the tree that scopes rows: what is asked of a household's town need not wait for organisation.
  @Directive('@external')
  @Field(() => Region, { nullable: true, description: '上级地区 · The region above' })
  parent?: Region;
}

export function regionOf(id: string): Region {
  return Object.assign(new Region(), { id });
}
