// What is told when a case is opened or taken a step on, and which cases are asked for.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';

@InputType({ description: '事项的一项事实 · One fact of a case' })
export class CaseFactInput {
  @Field({ description: '事实（代码）· The fact, a code' })
  code: string;

  @Field({
    description:
      '值：true/false、整数、元、代码、日期或文字 · Value: true or false, whole number, yuan, code, day or words',
  })
  value: string;
}

@InputType({ description: '开立专项事项的内容 · What is told when a case is opened' })
export class OpenCaseInput {
  @Field({ description: '专项（代码）：dibao、house-renovation、hardship · Programme, a code' })
  programme: string;

  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => ID, { nullable: true, description: '成员；整户办理不填 · The member; none for the household' })
  memberId?: string | null;

  @Field(() => [CaseFactInput], { description: '事实 · Facts' })
  facts: CaseFactInput[];
}

@InputType({ description: '办理环节的内容 · What is told when a case is taken a step on' })
export class TakeStepInput {
  @Field(() => ID, { description: '事项 · The case' })
  caseId: string;

  @Field({ description: '环节（代码），见 nextSteps · The step, a code, as nextSteps tells' })
  step: string;

  @Field(() => [CaseFactInput], { defaultValue: [], description: '事实 · Facts' })
  facts: CaseFactInput[];

  @Field(() => String, { nullable: true, description: '决定文号 · Number of the decision' })
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: '说明（不得含号码）· Remark, without numbers' })
  remark?: string | null;

  @Field(() => [ID], { nullable: true, description: '佐证材料标识 · Ids of evidence' })
  evidenceIds?: string[] | null;
}

@ArgsType()
export class ProgrammeCasesArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: '只要此专项（代码）· Only this programme, a code' })
  programme?: string | null;

  @Field(() => String, { nullable: true, description: '只要此状态（代码）· Only this state, a code' })
  state?: string | null;
}
