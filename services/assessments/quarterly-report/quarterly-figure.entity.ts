// A figure of a quarterly report (报告数字): its value, the query that it answers, where in the answer it stands, and as of when; never changed.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Facts } from '#platform/graph/scalars';
import type { SectionName } from './quarterly-section.rules';

@ObjectType({ description: '季度报告的数字及其查询 · A figure of a quarterly report, with the query behind it' })
@Entity('quarterly_report_figure')
export class QuarterlyFigure {
  @Field(() => ID, { description: '数字标识 · Id of the figure' })
  @IdColumn()
  id: string;

  @RefColumn()
  reportId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @TextColumn()
  section: SectionName;

  @WholeColumn()
  place: number;

  @Field({ description: '代码，正文以 {代码} 引用 · Code, by which a text names it in braces' })
  @TextColumn()
  code: string;

  @Field(() => String, {
    nullable: true,
    description:
      '所属地区、单位或工作；空为报告地区 · The region, unit or job it is of; null for the report’s own region',
  })
  @TextColumn(true)
  subject: string | null;

  @Field({ description: '名称 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '计量单位 · What it is measured in' })
  @TextColumn()
  measure: string;

  @Field(() => String, { nullable: true, description: '数值；空为未取得 · The value, null where it is not known' })
  @TextColumn(true)
  value: string | null;

  @Field(() => String, {
    nullable: true,
    description: '未取得的原因（拒绝代码，或 NO_ANSWER）· Why it is not known: the code of the refusal, or NO_ANSWER',
  })
  @TextColumn(true)
  missing: string | null;

  @Field({ description: '所依据的查询 · The query behind it' })
  @TextColumn()
  query: string;

  @Field(() => Facts, { description: '查询变量 · Its variables' })
  @JsonColumn()
  variables: Record<string, unknown>;

  @Field({ description: '在答案中的位置 · Where in the answer it stands' })
  @TextColumn()
  pointer: string;

  @Field(() => Date, { description: '数据截至 · As of' })
  @InstantColumn()
  asOf: Date;
}
