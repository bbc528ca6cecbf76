// The explanation of an access (权限说明): document, post or delegation, region, line of the table, class of the field, mask.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CalendarDay, Facts } from '#platform/graph/scalars';
import type { Level, Post, ScopeKind } from '#platform/vocabulary/caller';
import { ScopeKindEnum } from '../me/me.entity';
import { RegionKindEnum } from '../region/region-kind.rules';
import { SeenAs } from './access.rules';

registerEnumType(SeenAs, {
  name: 'SeenAs',
  description: '如何可见 · How something is seen',
  valuesConfig: {
    plain: { description: '明文 · Plain' },
    masked: { description: '脱敏 · Masked' },
    hidden: { description: '不可见 · Hidden' },
    unknown: { description: '不详：当日尚无存档的权限表 · Unknown: no permission table was kept for that day' },
  },
});

@ObjectType({ description: '一条权限链：文件→职务→地区→权限表行→字段类别→脱敏 · One chain of an access' })
export class AccessChain {
  personId: string;
  regionId: string | null;
  unitId: string | null;
  appointmentId: string | null;

  @Field(() => ID, { description: '本链标识 · Id of this chain' })
  id: string;

  @Field(() => String, {
    nullable: true,
    description: '任职文件号；仅登录而无任职者为空 · Document of the appointment; null for somebody merely signed in',
  })
  documentNumber: string | null;

  @Field(() => ID, { nullable: true, description: '所依代理 · The delegation acted under' })
  delegationId: string | null;

  @Field(() => String, { description: '职务 · Post' })
  post: Post;

  @Field(() => RegionKindEnum, { nullable: true, description: '层级 · Level' })
  level: Level | null;

  @Field(() => String, { nullable: true, description: '条线 · Line of business' })
  line: string | null;

  @Field(() => [ScopeKindEnum], { description: '数据范围类别 · Kinds of scope' })
  kinds: ScopeKind[];

  @Field({ description: '职务可否查询此类对象 · Whether the post may ask for such a node' })
  opened: boolean;

  @Field({ description: '该行是否在数据范围内 · Whether the row lies within the scope' })
  reached: boolean;

  @Field(() => SeenAs, { description: '结论 · How the field is seen by this chain' })
  seenAs: SeenAs;
}

@ObjectType({ description: '权限表中的有关行 · The lines of the permission table' })
export class AccessLine {
  @Field(() => CalendarDay, { description: '所问之日 · The day asked about' })
  on: string;

  @Field({ description: '当日权限表是否有存档 · Whether the table of that day was kept' })
  known: boolean;

  @Field(() => String, { nullable: true, description: '权限表的内容哈希 · Content hash of the table' })
  policyHash: string | null;

  @Field(() => Date, { nullable: true, description: '该表自何时起生效 · When the table took effect' })
  tookEffect: Date | null;

  @Field(() => String, { nullable: true, description: '字段类别 · Class of the field' })
  fieldClass: string | null;

  @Field(() => Facts, { nullable: true, description: '字段规则（中、英）· The rule of the field, in words' })
  rule: unknown;

  @Field(() => String, { nullable: true, description: '按标识查询的入口 · The root field that finds one by its id' })
  root: string | null;

  @Field(() => Facts, { nullable: true, description: '入口规则（中、英）· The rule of the root field, in words' })
  rootRule: unknown;
}

@ObjectType({ description: '某人可否看到某字段，及依据 · Whether somebody sees a field, and by what' })
export class AccessExplanation {
  @Field(() => AccessLine, { description: '权限表 · Lines of the table' })
  line: AccessLine;

  @Field(() => SeenAs, { description: '结论：各链中最宽者 · The widest of the chains' })
  seenAs: SeenAs;

  @Field({
    description:
      '是否穷尽：当日全部任职、代理与仅登录的身份均已计入 · Whether all appointments, delegations and the bare sign-in of that day are counted',
  })
  complete: boolean;

  // As many as somebody holds appointments: a handful.
  @Field(() => [AccessChain], { description: '各权限链 · The chains' })
  chains: AccessChain[];
}
