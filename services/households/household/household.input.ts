// How households are looked for and registered.
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { LivingInput } from '../living/living.input';
import { MemberInput } from '../member/member.input';

export enum HouseholdSort {
  number = 'number',
  region = 'region',
}
registerEnumType(HouseholdSort, {
  name: 'HouseholdSort',
  description: '贫困户排序 · Order of households',
  valuesConfig: {
    number: {
      description: '按管理隶属的村，村内按户编号 · Village after village of the managing tree, by number inside',
    },
    region: {
      description: '按管理隶属的村，村内按建档先后 · Village after village of the managing tree, as entered inside',
    },
  },
});

@InputType({ description: '贫困户筛选条件，各项同时成立 · Which households; all that is given must hold' })
export class HouseholdsFilter {
  @Field(() => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: '只要此状态（代码）· Only this state, a code' })
  state?: string | null;

  @Field(() => String, { nullable: true, description: '只要此属性（代码）· Only this type, a code' })
  type?: string | null;

  @Field(() => String, { nullable: true, description: '只要此主因（代码）· Only this main cause, a code' })
  mainCause?: string | null;

  @Field(() => ID, { nullable: true, description: '只要此人现结对的户 · Only those now paired with this person' })
  helperId?: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自此日起未走访的户 · Only those without a visit on or after this day',
  })
  visitedBefore?: string | null;
}

@ArgsType()
export class HouseholdsArgs extends ConnectionArgs {
  @Field(() => HouseholdsFilter, { nullable: true, description: '筛选条件 · Which households' })
  filter?: HouseholdsFilter | null;

  @Field(() => HouseholdSort, { nullable: true, description: '排序，默认按户编号 · Order, by number unless told' })
  sort?: HouseholdSort | null;
}

@InputType({ description: '贫困户登记内容 · What is told when a household is registered' })
export class HouseholdInput {
  @Field(() => ID, { description: '所在村（居）· The village' })
  regionId: string;

  @Field({ description: '识别标准（代码）· Identification standard, a code' })
  standard: string;

  @Field({ description: '贫困户属性（代码）· Type of the household, a code' })
  type: string;

  @Field({ description: '主要致贫原因（代码）· Main cause of poverty, a code' })
  mainCause: string;

  @Field(() => [String], {
    defaultValue: [],
    description: '其他致贫原因（代码，至多两项）· Other causes, codes, at most two',
  })
  otherCauses: string[];

  @Field({ description: '住址 · Address' })
  address: string;

  @Field(() => String, { nullable: true, description: '联系电话 · Phone' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: '开户银行 · Bank' })
  bankName?: string | null;

  @Field(() => String, { nullable: true, description: '银行卡号 · Bank card' })
  bankCard?: string | null;

  @Field(() => CalendarDay, { description: '建档日期 · Day of registration' })
  registeredOn: string;

  @Field(() => LivingInput, { nullable: true, description: '生产生活条件 · How it lives' })
  living?: LivingInput | null;

  @Field(() => [MemberInput], { description: '家庭成员，户主一人 · Members, one of them the head' })
  members: MemberInput[];
}
