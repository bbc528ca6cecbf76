// What is told when a project is proposed and taken a step on, and how projects are looked for.
import { ArrayMaxSize, IsInt, IsPositive, Length, Max, Min } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { TargetKind } from './project-target.entity';

@InputType({ description: '绩效指标 · A performance target' })
export class ProjectTargetInput {
  @Field(() => TargetKind, { description: '类别 · Kind' })
  kind: TargetKind;

  @Length(2, 100, { message: '指标须为 2 至 100 字 · an indicator has 2 to 100 characters' })
  @Field({ description: '指标 · Indicator' })
  indicator: string;

  @Length(1, 20, { message: '单位须为 1 至 20 字 · a unit has 1 to 20 characters' })
  @Field({ description: '计量单位 · Unit' })
  unit: string;

  @IsPositive({ message: '目标值须大于零 · a target is above zero' })
  @Field(() => Float, { description: '目标值 · Target value' })
  target: number;
}

@InputType({ description: '项目申报：十二项 · A project that is proposed, with its twelve fields' })
export class ProposeProjectInput {
  @Field(() => ID, { description: '实施的村或乡镇 · Village or town where it is carried out' })
  regionId: string;

  @Field({ description: '项目名称 · Name' })
  name: string;

  @Field({ description: '项目类别（规则包中的代码）· Type, a code of the pack' })
  type: string;

  @Field({ description: '建设性质（规则包中的代码）· Nature, a code of the pack' })
  nature: string;

  @Field({ description: '实施地点 · Place' })
  place: string;

  @Field(() => CalendarDay, { description: '计划开工日期 · To begin on' })
  startsOn: string;

  @Field(() => CalendarDay, { description: '计划完成日期 · To end on' })
  endsOn: string;

  @Field({ description: '责任单位 · Responsible unit' })
  responsibleUnit: string;

  @Field({ description: '责任人 · Responsible person' })
  responsiblePerson: string;

  @Field({ description: '建设任务 · Tasks' })
  tasks: string;

  @Field(() => Money, { description: '财政专项扶贫资金 · Special fund' })
  budgetSpecial: bigint;

  @Field(() => Money, { description: '行业、整合资金 · Sector and integrated funds' })
  budgetIntegrated: bigint;

  @Field(() => Money, { description: '社会捐赠 · Donations' })
  budgetDonated: bigint;

  @Field(() => Money, { description: '自筹 · Raised by those who carry it out' })
  budgetOwn: bigint;

  @IsInt({ message: '须为整数 · a whole number' })
  @Min(0, { message: '户数不能为负 · not negative' })
  @Max(100_000, { message: '户数过大 · too many' })
  @Field(() => Int, { description: '受益贫困户 · Households that benefit' })
  households: number;

  @IsInt({ message: '须为整数 · a whole number' })
  @Min(0, { message: '人数不能为负 · not negative' })
  @Max(1_000_000, { message: '人数过大 · too many' })
  @Field(() => Int, { description: '受益贫困人口 · People who benefit' })
  people: number;

  @Field({ description: '绩效目标；无绩效目标不得入库 · Performance target, without which it does not enter' })
  performanceTarget: string;

  @ArrayMaxSize(30, { message: '至多 30 项 · at most 30' })
  @Field(() => [ProjectTargetInput], { description: '绩效指标，至少一项 · Its targets, at least one' })
  targets: ProjectTargetInput[];

  @Field({ description: '群众参与 · How people take part' })
  participation: string;

  @Field({ description: '带贫减贫机制 · How the benefit is shared' })
  benefitMechanism: string;

  @Field(() => [ID], { nullable: true, description: '佐证材料标识 · Ids of evidence' })
  evidenceIds?: string[] | null;
}

@InputType({ description: '环节所填的一项 · A fact told with a step' })
export class ProjectFactInput {
  @Field({ description: '代码，见 nextSteps · Code, as nextSteps names it' })
  code: string;

  @Field({ description: '值（金额为元，日期为 YYYY-MM-DD）· Value; money in yuan, a day as YYYY-MM-DD' })
  value: string;
}

@InputType({ description: '办理环节 · A step that is taken' })
export class TakeProjectStepInput {
  @Field(() => ID, { description: '项目标识 · Id of the project' })
  projectId: string;

  @Field({ description: '环节（代码）· The step, a code' })
  step: string;

  @Field(() => CalendarDay, { nullable: true, description: '办理日期；不填为今天 · Day, today unless told' })
  day?: string | null;

  @Field(() => String, { nullable: true, description: '文号 · Document number' })
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: '说明 · Remark' })
  remark?: string | null;

  @ArrayMaxSize(20, { message: '至多 20 项 · at most 20' })
  @Field(() => [ProjectFactInput], { nullable: true, description: '所填各项 · What is told' })
  facts?: ProjectFactInput[] | null;

  @Field(() => ID, { nullable: true, description: '论证的行业部门 · The unit of the line that appraises' })
  sectorUnitId?: string | null;

  @Field(() => [ID], { nullable: true, description: '佐证材料标识 · Ids of evidence' })
  evidenceIds?: string[] | null;
}

@ArgsType()
export class ProjectsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: '只要此状态（代码）· Only this state, a code' })
  state?: string | null;

  @Field(() => String, { nullable: true, description: '只要此类别（代码）· Only this type, a code' })
  type?: string | null;

  @Field(() => Int, { nullable: true, description: '只要此年度计划的 · Only those in the plan of this year' })
  planYear?: number | null;
}
