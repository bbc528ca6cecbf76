// A quarterly report (季度工作情况报告) of a city, district or zone: drafted from the graph's answers, approved by a second person, then frozen.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';

export enum QuarterlyOutcome {
  approved = 'approved',
  withdrawn = 'withdrawn',
}
registerEnumType(QuarterlyOutcome, {
  name: 'QuarterlyOutcome',
  description: '季度报告结果 · What became of a quarterly report',
  valuesConfig: {
    approved: { description: '已批准，编号封存 · Approved, numbered and frozen' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@ObjectType({ description: '季度工作情况报告 · A quarterly report' })
@Entity('quarterly_report')
export class QuarterlyReport {
  @Field(() => ID, { description: '报告标识 · Id of the report' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '拟稿时的地区名称 · Name of the region when it was drafted' })
  @TextColumn()
  regionName: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => Int, { description: '第几稿 · Version' })
  @WholeColumn()
  version: number;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field(() => Date, { description: '数据截至 · The data are as of' })
  @InstantColumn()
  asOf: Date;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '拟稿时间 · Drafted at' })
  @InstantColumn()
  draftedAt: Date;

  @Field(() => QuarterlyOutcome, { nullable: true, description: '结果；空为草稿 · Outcome, null while it is a draft' })
  @TextColumn(true)
  outcome: QuarterlyOutcome | null;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => Date, { nullable: true, description: '批准时间 · Approved at' })
  @InstantColumn(true)
  approvedAt: Date | null;

  @Field(() => String, { nullable: true, description: '编号，批准时赋予 · Number, given with the approval' })
  @TextColumn(true)
  number: string | null;

  /** Frozen with the approval. */
  @TextColumn(true)
  frozenHash: string | null;

  @RefColumn(true)
  withdrawnBy: string | null;

  @Field(() => Date, { nullable: true, description: '撤回时间 · Withdrawn at' })
  @InstantColumn(true)
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: '撤回原因 · Why it was withdrawn' })
  @TextColumn(true)
  reason: string | null;
}

export const QuarterlyReportConnection = connectionOf(
  QuarterlyReport,
  'QuarterlyReport',
  '季度工作情况报告',
  'quarterly reports',
);
