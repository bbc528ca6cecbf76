// What a region says when it reports on one of the office's jobs, and how reports are looked for.
import { Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';

const MOST = 10_000_000;

@InputType({
  description:
    '十项工作上报：本级自身办理数，年内累计 · A report on a job: what the region did itself in the year so far',
})
export class ReportTenJobInput {
  @Field({ description: '工作代码 · Code of the job' })
  @MaxLength(50, { message: '代码至多 50 字 · a code has at most 50 characters' })
  job: string;

  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @Matches(/^20\d{2}Q[1-4]$/, { message: '季度须为 2018Q1 的形式 · a quarter is written like 2018Q1' })
  quarter: string;

  @Field(() => Int, { description: '年度目标 · Target of the year' })
  @Min(0, { message: '目标不得为负 · a target is not negative' })
  @Max(MOST, { message: '目标过大 · the target is too large' })
  target: number;

  @Field(() => Int, { description: '累计完成 · Done so far' })
  @Min(0, { message: '完成数不得为负 · what is done is not negative' })
  @Max(MOST, { message: '完成数过大 · what is done is too large' })
  done: number;

  @Field(() => Money, { nullable: true, description: '累计资金 · Money spent so far' })
  amount: bigint | null;

  @Field({ description: '情况说明 · Note' })
  @MinLength(2, { message: '说明至少 2 字 · a note has at least 2 characters' })
  @MaxLength(2000, { message: '说明至多 2000 字 · a note has at most 2000 characters' })
  note: string;
}

@ArgsType()
export class TenJobReportsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: '只要此季度 · Only this quarter' })
  quarter?: string;

  @Field(() => Boolean, { nullable: true, description: '是否只要待确认的 · Only those that await confirmation' })
  awaiting?: boolean;
}
