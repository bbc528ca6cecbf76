// How units are looked for: by kind, line of business, region, membership of the leading group.
import { ArgsType, Field, ID } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { UnitKind } from './unit-kind.rules';

@ArgsType()
export class UnitsArgs extends ConnectionArgs {
  @Field(() => UnitKind, { nullable: true, description: '只要此类别 · Only this kind' })
  kind?: UnitKind;

  @Field({ nullable: true, description: '只要此条线 · Only this line of business' })
  line?: string;

  @Field(() => ID, { nullable: true, description: '只要此地区直属的单位 · Only units of this very region' })
  regionId?: string;

  @Field({ nullable: true, description: '是否领导小组成员单位 · Whether a member of the leading group' })
  inLeadingGroup?: boolean;

  @Field({ nullable: true, description: '包括已撤销的单位 · Units that have ended as well' })
  includeEnded?: boolean;

  @Field({ nullable: true, description: '名称以此开头 · Names that begin with this' })
  nameBegins?: string;
}
