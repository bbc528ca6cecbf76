// What is told of a member; birthday and sex are read from the identity number.
import { Field, InputType } from 'type-graphql';
import { FurtherFactsInput } from './further-facts.input';

@InputType({ description: '家庭成员登记内容 · What is told of a member' })
export class MemberInput extends FurtherFactsInput {
  @Field({ description: '姓名 · Name' })
  name: string;

  @Field({ description: '身份证号；残疾证号（20 位）亦可 · Identity number, or the 20 places of a disability card' })
  idNumber: string;

  @Field({ description: '与户主关系（代码）· Relation to the head, a code' })
  relation: string;

  @Field({ description: '民族（代码）· Ethnicity, a code' })
  ethnicity: string;

  @Field({ description: '文化程度（代码）· Education, a code' })
  education: string;

  @Field({ description: '健康状况（代码）· Health, a code' })
  health: string;

  @Field({ description: '劳动能力（代码）· Ability to work, a code' })
  labour: string;

  @Field({ description: '参加的医疗保险（代码）· Medical insurance, a code' })
  insured: string;
}
