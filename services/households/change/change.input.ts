// What is told when facts of the register are corrected: the facts that change, and the ground.
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { LivingInput } from '../living/living.input';
import { FurtherFactsInput } from '../member/further-facts.input';

@InputType({ description: '变更依据 · The ground of a change' })
export class GroundInput {
  @Field(() => CalendarDay, { description: '自何日起如此 · So since this day' })
  validFrom: string;

  @Field({ description: '理由（6 至 200 字，不得含号码）· Reason, 6 to 200 characters, without numbers of anybody' })
  reason: string;

  @Field(() => String, { nullable: true, description: '依据文号 · Document' })
  documentNumber?: string | null;
}

@InputType({ description: '户的更正内容；不填者不变 · Facts of a household that change; what is left out stays' })
export class HouseholdFactsInput {
  @Field(() => String, { nullable: true, description: '识别标准（代码）· Identification standard, a code' })
  standard?: string;

  @Field(() => String, { nullable: true, description: '贫困户属性（代码）· Type of the household, a code' })
  type?: string;

  @Field(() => String, { nullable: true, description: '主要致贫原因（代码）· Main cause of poverty, a code' })
  mainCause?: string;

  @Field(() => [String], {
    nullable: true,
    description: '其他致贫原因（代码，至多两项）· Other causes, codes, at most two',
  })
  otherCauses?: string[];

  @Field(() => String, { nullable: true, description: '住址 · Address' })
  address?: string;

  @Field(() => String, { nullable: true, description: '联系电话 · Phone' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: '开户银行 · Bank' })
  bankName?: string | null;

  @Field(() => String, { nullable: true, description: '银行卡号 · Bank card' })
  bankCard?: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '建档日期 · Day of registration' })
  registeredOn?: string;

  @Field(() => LivingInput, { nullable: true, description: '生产生活条件 · How it lives' })
  living?: LivingInput | null;
}

@InputType({ description: '成员的更正内容；不填者不变 · Facts of a member that change; what is left out stays' })
export class MemberFactsInput extends FurtherFactsInput {
  @Field(() => String, { nullable: true, description: '姓名 · Name' })
  name?: string;

  @Field(() => String, {
    nullable: true,
    description: '身份证号或残疾证号 · Identity number, or that of a disability card',
  })
  idNumber?: string;

  @Field(() => String, {
    nullable: true,
    description: '与户主关系（代码）；户主另办 · Relation to the head, a code; of the head by another deed',
  })
  relation?: string;

  @Field(() => String, { nullable: true, description: '民族（代码）· Ethnicity, a code' })
  ethnicity?: string;

  @Field(() => String, { nullable: true, description: '文化程度（代码）· Education, a code' })
  education?: string;

  @Field(() => String, { nullable: true, description: '健康状况（代码）· Health, a code' })
  health?: string;

  @Field(() => String, { nullable: true, description: '劳动能力（代码）· Ability to work, a code' })
  labour?: string;

  @Field(() => String, { nullable: true, description: '参加的医疗保险（代码）· Medical insurance, a code' })
  insured?: string;
}

@InputType({ description: '与户主关系 · A member and its relation to the head' })
export class RelationInput {
  @Field(() => ID, { description: '成员 · The member' })
  memberId: string;

  @Field({ description: '与户主关系（代码）· Relation to the head, a code' })
  relation: string;
}

@InputType({ description: '人口增减依据 · Why and when somebody joins or leaves a household' })
export class MembershipInput {
  @Field({ description: '原因（代码）· Why, a code' })
  reason: string;

  @Field(() => CalendarDay, { description: '发生日期 · On which day' })
  on: string;

  @Field({ description: '依据文号或证明 · Document or proof' })
  documentNumber: string;
}
