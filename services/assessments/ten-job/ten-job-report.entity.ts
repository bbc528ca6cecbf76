// A report on one of the office's jobs (十项工作上报): what a region did itself in the year so far, confirmed by another person.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';
import { ProgressOutcome } from '../progress/progress.entity';

@ObjectType({ description: '十项工作上报 · A report on one of the office’s jobs' })
@Entity('ten_job_report')
export class TenJobReport {
  @Field(() => ID, { description: '上报标识 · Id of the report' })
  @IdColumn()
  id: string;

  @Field({ description: '工作代码，见规则包 ten-jobs · Code of the job, see the pack ten-jobs' })
  @TextColumn()
  job: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '本级年度目标 · Target of the year, of this region itself' })
  @WholeColumn()
  target: number;

  @Field(() => Int, { description: '年内累计完成 · Done in the year so far' })
  @WholeColumn()
  done: number;

  @Field(() => Money, { nullable: true, description: '年内累计资金 · Money spent in the year so far' })
  @FenColumn(true)
  amount: bigint | null;

  @Field({ description: '情况说明 · Note' })
  @TextColumn()
  note: string;

  @TextColumn()
  packHash: string;

  @RefColumn()
  reportedBy: string;

  @Field(() => Date, { description: '上报时间 · Reported at' })
  @InstantColumn()
  reportedAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, { nullable: true, description: '确认或退回时间 · Confirmed or returned at' })
  @InstantColumn(true)
  confirmedAt: Date | null;

  @Field(() => ProgressOutcome, { nullable: true, description: '结果；空为待确认 · Outcome, null while it awaits' })
  @TextColumn(true)
  outcome: ProgressOutcome | null;

  @Field(() => String, { nullable: true, description: '意见 · Remark of who decided' })
  @TextColumn(true)
  remark: string | null;
}

export const TenJobReportConnection = connectionOf(TenJobReport, 'TenJobReport', '十项工作上报', 'reports on jobs');
