// How a re-organisation is told: a day, and steps one after the other.
import { ArrayMaxSize, ArrayMinSize, IsOptional, Length } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { RegionKindEnum } from '../region/region-kind.rules';
import { RegionChangeStateEnum } from './region-change-state.rules';
import { RegionStepVerbEnum } from './region-change-step.entity';

@InputType({
  description: '一步；新设者以代号供后续步骤引用 · One step; what is founded is named by its key in later steps',
})
export class RegionStepInput {
  @Field(() => RegionStepVerbEnum, { description: '步骤 · Step' })
  verb: RegionStepVerbEnum;

  @Field(() => ID, {
    nullable: true,
    description: '更名、划转或撤销的地区 · The region that is renamed, moved or ended',
  })
  region?: string | null;

  @Field(() => String, { nullable: true, description: '新设者的代号 · Key of what is founded' })
  key?: string | null;

  @Field(() => RegionKindEnum, { nullable: true, description: '新设者的类别 · Kind of what is founded' })
  kind?: RegionKindEnum | null;

  @Field(() => String, { nullable: true, description: '名称，2 至 40 字 · Name, 2 to 40 characters' })
  @IsOptional()
  @Length(2, 40, { message: '名称 2 至 40 个字 · a name has 2 to 40 characters' })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '区划代码；下级代码随之变更 · Division code; those below change with it',
  })
  code?: string | null;

  @Field(() => ID, { nullable: true, description: '上级，或并入的地区 · The region above, or the successor' })
  into?: string | null;

  @Field(() => ID, { nullable: true, description: '析自哪一同类地区 · The region of its kind that it is split from' })
  origin?: string | null;
}

@InputType({ description: '提出区划调整 · A re-organisation to propose' })
export class ProposeRegionChangeInput {
  @Field({ description: '标题，2 至 100 字 · Title, 2 to 100 characters' })
  @Length(2, 100, { message: '标题 2 至 100 个字 · a title has 2 to 100 characters' })
  title: string;

  @Field(() => CalendarDay, { description: '自何日零时起生效 · In effect from the beginning of this day' })
  effectiveOn: string;

  @Field(() => [RegionStepInput], { description: '步骤，1 至 200 · Steps, 1 to 200' })
  @ArrayMinSize(1, { message: '至少一步 · at least one step' })
  @ArrayMaxSize(200, { message: '至多 200 步 · at most 200 steps' })
  steps: RegionStepInput[];
}

@ArgsType()
export class ApproveRegionChangeArgs {
  @Field(() => ID, { description: '区划调整 · The re-organisation' })
  id: string;

  @Field({ description: '批准文号，2 至 100 字 · Number of the document of approval, 2 to 100 characters' })
  @Length(2, 100, { message: '文号 2 至 100 个字 · a document number has 2 to 100 characters' })
  documentNumber: string;
}

@ArgsType()
export class RejectRegionChangeArgs {
  @Field(() => ID, { description: '区划调整 · The re-organisation' })
  id: string;

  @Field({ description: '原因，4 至 200 字 · Reason, 4 to 200 characters' })
  @Length(4, 200, { message: '原因 4 至 200 个字 · a reason has 4 to 200 characters' })
  reason: string;
}

@ArgsType()
export class RegionChangesArgs extends ConnectionArgs {
  @Field(() => RegionChangeStateEnum, { nullable: true, description: '只要此状态的 · Only those in this state' })
  state?: RegionChangeStateEnum;
}
