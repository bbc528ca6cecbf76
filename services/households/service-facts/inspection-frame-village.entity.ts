// A village of a sampling frame (抽样框), for assessments alone: its registered households by id, and nothing of them beside.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType('InspectionFrameVillage', {
  description: '抽样框中的村（仅供考核服务）· A village of a sampling frame, for the assessments service alone',
})
export class InspectionFrameVillage {
  @Field(() => ID, { description: '村 · The village' })
  regionId: string;

  @Field({ description: '管理路径 · Managing path' })
  path: string;

  @Field(() => [ID], { description: '在册户，按标识排序 · Households in the register, by id' })
  householdIds: string[];
}
