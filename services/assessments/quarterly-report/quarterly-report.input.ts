// What is said to edit a quarterly report, how reports are looked for, and in which forms one is fetched.
import { MaxLength, MinLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { QuarterlyOutcome } from './quarterly-report.entity';
import type { SectionName } from './quarterly-section.rules';
import { QuarterlySectionName } from './quarterly-text.entity';

export enum QuarterlyForm {
  page = 'page',
  word = 'word',
}
registerEnumType(QuarterlyForm, {
  name: 'QuarterlyForm',
  description: '季度报告的形式 · Form of a quarterly report',
  valuesConfig: {
    page: { description: 'A4 打印页面 · A page to print on A4' },
    word: { description: 'Word 文档（.docx）· A Word document' },
  },
});

@InputType({ description: '修改季度报告正文 · An edited text of a quarterly report' })
export class EditQuarterlyReportInput {
  @Field(() => ID, { description: '报告标识 · Id of the report' })
  id: string;

  @Field(() => QuarterlySectionName, { description: '章节 · Section' })
  section: SectionName;

  @Field({ description: '正文，数字以 {代码} 引用 · Text, in which figures are named in braces' })
  @MinLength(2, { message: '正文至少 2 字 · a text has at least 2 characters' })
  @MaxLength(20000, { message: '正文至多 20000 字 · a text has at most 20000 characters' })
  text: string;
}

@ArgsType()
export class QuarterlyReportsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: '只要此季度 · Only this quarter' })
  quarter?: string;

  @Field(() => ID, { nullable: true, description: '只要此地区的 · Only those of this very region' })
  regionId?: string;

  @Field(() => QuarterlyOutcome, { nullable: true, description: '只要此结果的 · Only with this outcome' })
  outcome?: QuarterlyOutcome;

  @Field(() => Boolean, {
    nullable: true,
    description: '只要草稿（true）或已办结（false）· Only drafts, or only others',
  })
  awaiting?: boolean;
}
