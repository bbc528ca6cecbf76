// What an annual plan says when it is drafted.
import { ArrayMaxSize, ArrayMinSize, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: '年度项目计划 · An annual plan that is drafted' })
export class DraftAnnualPlanInput {
  @Min(2000, { message: '年度有误 · no such year' })
  @Max(2100, { message: '年度有误 · no such year' })
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field({ description: '文号 · Number of its document' })
  documentNumber: string;

  @ArrayMinSize(1, { message: '至少一个项目 · at least one project' })
  @ArrayMaxSize(1000, { message: '至多 1000 个项目 · at most 1,000 projects' })
  @Field(() => [ID], { description: '列入的项目，须在库 · Its projects, which stand in the library' })
  projectIds: string[];
}
