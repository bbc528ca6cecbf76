// What is told of a member; birthday and sex are read from the identity number.
import { Field, InputType } from 'type-graphql';

@InputType({ description: '家庭成员登记内容 · What is told of a member' })
export class MemberInput {
  @Field({ description: '姓名 · Name' })
  name: string;

  @Field({ description: '身份证号 · Identity number' })
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
