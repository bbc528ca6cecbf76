// How somebody stands by an appointment now (任职是否在效), as another subgraph may learn it before it tells him something.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Level, Post, ScopeKind } from '#platform/vocabulary/caller';

@Directive('@inaccessible')
@ObjectType({
  description: '任职现状（仅供考核服务）· How an appointment stands now, for the assessments service alone',
})
export class AppointmentStanding {
  @Field(() => String, { description: '职务代码 · Code of the post' })
  post: Post;

  @Field(() => String, { nullable: true, description: '层级 · Level' })
  level: Level | null;

  @Field(() => String, { nullable: true, description: '条线 · Line of business' })
  line: string | null;

  @Field(() => String, { description: '数据范围类别 · Scope kind' })
  scope: ScopeKind;

  @Field(() => ID, { nullable: true, description: '地区 · Region' })
  regionId: string | null;

  @Field(() => ID, { nullable: true, description: '单位 · Unit' })
  unitId: string | null;

  @Field(() => Int, { description: '区划版本 · Epoch of the region tree' })
  regionEpoch: number;

  @Field(() => [ID], { description: '代理何人 · For whom he stands' })
  standsFor: string[];
}
