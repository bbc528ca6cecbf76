// What is said when a supervision is planned, an expert is heard, and the supervision is released.
import { ArrayMaxSize, ArrayMinSize, IsOptional, Matches, MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { ProcedureForm, ProcedureSet } from '../procedure/procedure.entity';

const needed = { message: '请填写 · is needed' };
const most = (length: number) => ({ message: `至多 ${length} 字 · at most ${length} characters` });

@InputType({ description: '督导计划 · The plan of a supervision' })
export class PlanSupervisionInput {
  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @Matches(/^20\d{2}Q[1-4]$/, { message: '季度须为 2018Q1 的形式 · a quarter is written like 2018Q1' })
  quarter: string;

  @Field(() => ProcedureSet, { description: '所属组 · Set' })
  set: ProcedureSet;

  @Field(() => ProcedureForm, { description: '方式 · Form' })
  form: ProcedureForm;

  @Field({ description: '主题 · Topic' })
  @MinLength(1, needed)
  @MaxLength(200, most(200))
  topic: string;

  @Field(() => CalendarDay, { description: '开始日期 · First day' })
  startsOn: string;

  @Field(() => CalendarDay, { description: '结束日期 · Last day' })
  endsOn: string;

  @Field(() => [ID], { description: '对象：成员单位或地区的标识 · Subjects: ids of member units or of regions' })
  @ArrayMinSize(1, { message: '至少一个对象 · at least one subject' })
  @ArrayMaxSize(50, { message: '至多 50 个对象 · at most 50 subjects' })
  subjects: string[];
}

@InputType({ description: '专家意见 · An opinion of an expert' })
export class ExpertOpinionInput {
  @Field(() => ID, { description: '督导标识 · Id of the supervision' })
  supervisionId: string;

  @Field(() => ID, { description: '对象标识 · Id of the subject' })
  subjectId: string;

  @Field({ description: '专家及其单位 · The expert, and of which institution' })
  @MinLength(1, needed)
  @MaxLength(100, most(100))
  expert: string;

  @Field({ description: '专业领域 · Field' })
  @MinLength(1, needed)
  @MaxLength(100, most(100))
  field: string;

  @Field({ description: '意见 · The opinion' })
  @MinLength(1, needed)
  @MaxLength(5000, most(5000))
  opinion: string;
}

@InputType({ description: '通报正文 · The text of a bulletin' })
export class BulletinInput {
  @Field({ description: '标题 · Title' })
  @MinLength(1, needed)
  @MaxLength(200, most(200))
  title: string;

  @Field({ description: '正文 · Text' })
  @MinLength(1, needed)
  @MaxLength(20_000, most(20_000))
  body: string;
}

@ArgsType()
export class SupervisionsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: '只要此季度 · Only this quarter' })
  @IsOptional()
  quarter?: string;

  @Field(() => ProcedureForm, { nullable: true, description: '只要此方式 · Only this form' })
  @IsOptional()
  form?: ProcedureForm;
}
