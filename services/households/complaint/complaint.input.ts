// How a complaint about wrong data is filed and looked for.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';

const figureSays =
  '数据项（代码）：type、mainCause、state、address、phone、bankCard，成员的 name、idNumber、relation、education、health、labour、insured · Which figure, a code: of the household, or of a member';
const toldSays = '反映内容，勿填个人号码 · What is wrong, without personal numbers';
const claimedSays = '认为应为：有代码的填代码 · What it should be; a code where the figure has codes';

@InputType({ description: '反映数据有误 · A complaint about wrong data' })
export class DataComplaintInput {
  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => ID, { nullable: true, description: '成员（成员的数据项必填）· The member, for a figure of a member' })
  memberId?: string | null;

  @Field({ description: figureSays })
  figure: string;

  @Field({ description: '代贫困户反映（true），或镇村自己的异议 · For the household, or an objection of the own' })
  forHousehold: boolean;

  @Field({ description: toldSays })
  told: string;

  @Field(() => String, { nullable: true, description: claimedSays })
  claimed?: string | null;
}

@InputType({ description: '群众反映本人数据有误 · A complaint of a citizen about the own data' })
export class OwnDataComplaintInput {
  @Field(() => ID, { description: '所在村（居）· The village' })
  regionId: string;

  @Field({ description: '本人身份证号（只作核对，不留存）· Own identity number, compared and not kept' })
  idNumber: string;

  @Field({ description: figureSays })
  figure: string;

  @Field({ description: toldSays })
  told: string;

  @Field(() => String, { nullable: true, description: claimedSays })
  claimed?: string | null;
}

@ArgsType()
export class DataComplaintsArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: '只要未答复的（true）或已答复的（false）· Only open ones, or only answered ones',
  })
  awaiting?: boolean | null;

  @Field(() => ID, { nullable: true, description: '只要此户 · Only of this household' })
  householdId?: string | null;
}
