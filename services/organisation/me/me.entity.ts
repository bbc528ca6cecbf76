// Who one is (我): the person, the post acted under, and the part of the rows that it reaches.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type Level, type Post, type ScopeKind } from '#platform/vocabulary/caller';
import { RegionKindEnum } from '../region/region-kind.rules';

export enum ScopeKindEnum {
  region = 'region',
  paired = 'paired',
  unit = 'unit',
  institution = 'institution',
  own = 'own',
  issuer = 'issuer',
  public = 'public',
  desk = 'desk',
}
registerEnumType(ScopeKindEnum, {
  name: 'ScopeKind',
  description: '数据范围的类别 · Kind of the scope of data',
  valuesConfig: {
    region: { description: '所管地区 · The region managed' },
    paired: { description: '结对帮扶的户 · Households paired with' },
    unit: { description: '本单位或本条线 · The own unit or line of business' },
    institution: { description: '本机构（医院、支付方）· The own institution: hospital or payer' },
    own: { description: '本人的事项 · What is one’s own' },
    issuer: { description: '本岗位发出的事项 · What the own post issued' },
    public: { description: '公开的事项 · What is published' },
    desk: { description: '账号、任职与日志，无业务数据 · Accounts, appointments and logs; never business data' },
  },
});

@ObjectType({ description: '当前登录者 · Who is signed in' })
export class Me {
  personId: string;
  appointmentId: string | null;
  principalId: string | null;
  regionId: string | null;
  unitId: string | null;
  sessionId: string | null;

  @Field(() => String, { description: '职务代码，见字典 post · Code of the post, see the dictionary post' })
  post: Post;

  @Field(() => RegionKindEnum, { nullable: true, description: '层级 · Level of office' })
  level: Level | null;

  @Field(() => String, { nullable: true, description: '条线 · Line of business' })
  line: string | null;

  @Field(() => ScopeKindEnum, { description: '数据范围的类别 · Kind of the scope of data' })
  scope: ScopeKind;
}
