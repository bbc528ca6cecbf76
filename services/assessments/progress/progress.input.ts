// What is said when progress is reported, and how reports are looked for.
import { IsOptional, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';

@InputType({ description: '进展上报 · A report of progress' })
export class ReportProgressInput {
  @Field(() => ID, { description: '任务标识 · Id of the task' })
  taskId: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @Matches(/^20\d{2}Q[1-4]$/, { message: '季度须为 2018Q1 的形式 · a quarter is written like 2018Q1' })
  quarter: string;

  @Field(() => Int, { description: '完成百分比，0 至 100 · Percent done, 0 to 100' })
  @Min(0, { message: '百分比为 0 至 100 · a percentage is 0 to 100' })
  @Max(100, { message: '百分比为 0 至 100 · a percentage is 0 to 100' })
  percent: number;

  @Field(() => Int, { nullable: true, description: '实际数，与应有数一并填写 · How many, together with of how many' })
  @IsOptional()
  @Min(0, { message: '数量不得为负 · a count is not below zero' })
  done?: number | null;

  @Field(() => Int, { nullable: true, description: '应有数 · Of how many' })
  @IsOptional()
  @Min(0, { message: '数量不得为负 · a count is not below zero' })
  wanted?: number | null;

  @Field({ description: '情况说明 · Note' })
  @MinLength(1, { message: '请填写情况说明 · a note is needed' })
  @MaxLength(2000, { message: '至多 2000 字 · at most 2000 characters' })
  note: string;

  @Field(() => [ID], {
    nullable: true,
    description: '佐证材料标识；报完成 100% 时必附 · Ids of its evidence, needed with 100%',
  })
  evidenceIds?: string[] | null;
}

@ArgsType()
export class ProgressReportsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: '只要此季度 · Only this quarter' })
  quarter?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: '只要待确认（true）或已办结（false）· Only those that await confirmation, or only those decided',
  })
  awaiting?: boolean;
}
