// How regions are looked for: by kind, by parent, by the beginning of a name.
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { RegionKindEnum } from './region-kind.rules';

@ArgsType()
export class RegionsArgs extends ConnectionArgs {
  @Field(() => RegionKindEnum, { nullable: true, description: '只要此类别 · Only this kind' })
  kind?: RegionKindEnum;

  @Field(() => ID, { nullable: true, description: '只要其直接下级 · Only the children of this region' })
  parentId?: string;

  @Field({ nullable: true, description: '名称以此开头 · Names that begin with this' })
  nameBegins?: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '按何日的区划，默认今日 · By the tree of which day, today unless told',
  })
  on?: string;
}
