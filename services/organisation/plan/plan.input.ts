// What is said when a plan is drafted, and how plans are looked for.
import { ArrayMaxSize, Length, Min } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { ProjectKind, ProjectReach, ProjectThrust } from './plan-project.entity';

@InputType({ description: '减贫目标 · A reduction target' })
export class TargetInput {
  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  quarter: string;

  @Field(() => Int, { description: '年初至季末累计脱贫户数 · Households lifted by the end of the quarter' })
  @Min(0, { message: '户数不为负 · households are not negative' })
  households: number;

  @Field(() => Int, { description: '年初至季末累计脱贫人数 · People lifted by the end of the quarter' })
  @Min(0, { message: '人数不为负 · people are not negative' })
  people: number;
}

@InputType({ description: '计划节点 · A milestone' })
export class MilestoneInput {
  @Field({ description: '内容 · What is to be reached' })
  @Length(4, 200, { message: '节点 4 至 200 个字 · a milestone has 4 to 200 characters' })
  title: string;

  @Field(() => CalendarDay, { description: '时限 · Due on' })
  dueOn: string;
}

@InputType({ description: '专项或项目 · A programme or project' })
export class ProjectInput {
  @Field({ description: '名称 · Name' })
  @Length(2, 100, { message: '名称 2 至 100 个字 · a name has 2 to 100 characters' })
  name: string;

  @Field(() => ProjectKind, { description: '专项或项目 · Programme or project' })
  kind: ProjectKind;

  @Field(() => ProjectThrust, { description: '开发性或保障性 · Development or guarantee' })
  thrust: ProjectThrust;

  @Field(() => ProjectReach, { description: '个体或区域 · Single households or an area' })
  reach: ProjectReach;
}

@InputType({ description: '年度计划（本人任职的地区或单位）· A plan for a year, of one’s own region or unit' })
export class PlanInput {
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field({ description: '标题 · Title' })
  @Length(4, 200, { message: '标题 4 至 200 个字 · a title has 4 to 200 characters' })
  title: string;

  @Field({ description: '文号 · Document number' })
  @Length(2, 100, { message: '文号 2 至 100 个字 · a document number has 2 to 100 characters' })
  documentNumber: string;

  @Field(() => [TargetInput], { description: '减贫目标，按季度 · Reduction targets by quarter' })
  @ArrayMaxSize(4, { message: '至多四个季度 · at most four quarters' })
  targets: TargetInput[];

  @Field(() => [MilestoneInput], { description: '节点 · Milestones' })
  @ArrayMaxSize(200, { message: '至多 200 个节点 · at most 200 milestones' })
  milestones: MilestoneInput[];

  @Field(() => [ProjectInput], { description: '专项与项目 · Programmes and projects' })
  @ArrayMaxSize(200, { message: '至多 200 个项目 · at most 200 projects' })
  projects: ProjectInput[];
}

@ArgsType()
export class PlansArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: '只要此年度 · Only this year' })
  year?: number;

  @Field(() => Boolean, { nullable: true, description: '只要待批准的 · Only those that await approval' })
  awaiting?: boolean;
}
