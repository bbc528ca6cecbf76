// A region (地区) as assessments extends it: with its checklist, its task summary, its score and its light.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Region', { description: '地区（管理隶属树的一个节点）· A region: one node of the managing tree' })
export class Region {
  @Field(() => ID, { description: '地区标识，永不改变 · Id of the region, never changes' })
  id: string;

  static of(id: string): Region {
    return Object.assign(new Region(), { id });
  }
}
