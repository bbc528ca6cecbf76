// The text of a section (章节正文) as somebody wrote it: each editing is a row of its own, and the last one stands.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import type { SectionName } from './quarterly-section.rules';

/** In the official order. */
export enum QuarterlySectionName {
  layout = 'layout',
  units = 'units',
  places = 'places',
  tenJobs = 'tenJobs',
  problems = 'problems',
  nextSteps = 'nextSteps',
}
registerEnumType(QuarterlySectionName, {
  name: 'QuarterlySectionName',
  description: '季度报告章节，按规定次序 · Sections of a quarterly report, in the official order',
  valuesConfig: {
    layout: { description: '工作布局 · Layout of the work' },
    units: { description: '成员单位 · Member units' },
    places: { description: '区镇 · Districts, zones and towns' },
    tenJobs: { description: '十项工作 · The office’s ten jobs' },
    problems: { description: '存在问题 · Problems' },
    nextSteps: { description: '下步打算 · Next steps' },
  },
});

@Entity('quarterly_report_text')
export class QuarterlyText {
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

  @TextColumn()
  text: string;

  @RefColumn()
  writtenBy: string;

  /** for whom, under a delegation */
  @RefColumn(true)
  writtenFor: string | null;

  @InstantColumn()
  writtenAt: Date;
}

/** A section as it is read: not a row, but the last text over the figures of the draft. */
@ObjectType({ description: '季度报告的一章 · A section of a quarterly report' })
export class QuarterlySection {
  @Field(() => ID, { description: '标识 · Id' })
  id: string;

  @Field(() => QuarterlySectionName, { description: '章节 · Section' })
  name: SectionName;

  @Field({ description: '标题 · Title' })
  title: string;

  @Field({ description: '正文，数字以 {代码} 引用 · Text, in which figures are named in braces' })
  text: string;

  @Field({ description: '正文，数字已填入 · Text with its figures filled in' })
  filledIn: string;

  @Field(() => Date, { description: '最后修改时间 · Last edited at' })
  editedAt: Date;

  editedBy: string;
  reportId: string;
}
