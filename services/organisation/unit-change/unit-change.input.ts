// How a reform of bureaus is told: a day, and steps.
import { ArrayMaxSize, ArrayMinSize, IsOptional, Length } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { UnitKind } from '../unit/unit-kind.rules';
import { UnitChangeState } from './unit-change-state.rules';
import { UnitStepVerbEnum } from './unit-change-step.entity';

@InputType({
  description: '一步；新设者以代号供其他步骤引用 · One step; what is founded is named by its key in later steps',
})
export class UnitStepInput {
  @Field(() => UnitStepVerbEnum, { description: '步骤 · Step' })
  verb: UnitStepVerbEnum;

  @Field(() => ID, { nullable: true, description: '更名或并入的单位 · The unit that is renamed or merged' })
  unit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '新设者在本改革内的代号 · Key of what is founded, within the reform',
  })
  key?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '新单位代号，2 至 40 字 · Code of the new unit, 2 to 40 characters',
  })
  @IsOptional()
  @Length(2, 40, { message: '代号 2 至 40 个字 · a code has 2 to 40 characters' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: '新名称，2 至 100 字 · New name, 2 to 100 characters' })
  @IsOptional()
  @Length(2, 100, { message: '名称 2 至 100 个字 · a name has 2 to 100 characters' })
  name?: string | null;

  @Field(() => UnitKind, { nullable: true, description: '新单位类别 · Kind of the new unit' })
  kind?: UnitKind | null;

  @Field(() => String, { nullable: true, description: '新单位条线 · Line of business of the new unit' })
  @IsOptional()
  @Length(2, 40, { message: '条线 2 至 40 个字 · a line has 2 to 40 characters' })
  line?: string | null;

  @Field(() => ID, { nullable: true, description: '新单位所属地区 · Region of the new unit' })
  region?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '新单位是否成员单位 · Whether the new unit is in the leading group',
  })
  inLeadingGroup?: boolean | null;

  @Field(() => ID, { nullable: true, description: '承继单位 · The successor' })
  into?: string | null;
}

@InputType({ description: '提出机构改革 · A reform of bureaus to propose' })
export class ProposeUnitChangeInput {
  @Field({ description: '标题，2 至 100 字 · Title, 2 to 100 characters' })
  @Length(2, 100, { message: '标题 2 至 100 个字 · a title has 2 to 100 characters' })
  title: string;

  @Field(() => CalendarDay, { description: '自何日零时起生效 · In effect from the beginning of this day' })
  effectiveOn: string;

  @Field(() => [UnitStepInput], { description: '步骤，1 至 200 · Steps, 1 to 200' })
  @ArrayMinSize(1, { message: '至少一步 · at least one step' })
  @ArrayMaxSize(200, { message: '至多 200 步 · at most 200 steps' })
  steps: UnitStepInput[];
}

@ArgsType()
export class ApproveUnitChangeArgs {
  @Field(() => ID, { description: '机构改革 · The reform' })
  id: string;

  @Field({ description: '批准文号，2 至 100 字 · Number of the document of approval, 2 to 100 characters' })
  @Length(2, 100, { message: '文号 2 至 100 个字 · a document number has 2 to 100 characters' })
  documentNumber: string;
}

@ArgsType()
export class RejectUnitChangeArgs {
  @Field(() => ID, { description: '机构改革 · The reform' })
  id: string;

  @Field({ description: '原因，4 至 200 字 · Reason, 4 to 200 characters' })
  @Length(4, 200, { message: '原因 4 至 200 个字 · a reason has 4 to 200 characters' })
  reason: string;
}

@ArgsType()
export class UnitChangesArgs extends ConnectionArgs {
  @Field(() => UnitChangeState, { nullable: true, description: '只要此状态的 · Only those in this state' })
  state?: UnitChangeState;
}
