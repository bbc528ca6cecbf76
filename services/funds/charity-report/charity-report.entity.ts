// The public report of a charity fund's year (公开报告): drafted by one person, approved by another, then for everybody; what it tells is kept as it was drafted.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
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
import { Money } from '#platform/graph/scalars';
import { CouncilPost } from '../charity-fund/founding-step.entity';
import { CharityUseKind } from '../charity-use/charity-use.rules';
import type { ReportContent } from './charity-report.rules';

export enum CharityReportOutcome {
  published = 'published',
  withdrawn = 'withdrawn',
}

registerEnumType(CharityReportOutcome, {
  name: 'CharityReportOutcome',
  description: '公开报告的办理结果 · What became of a report',
  valuesConfig: {
    published: { description: '已公布 · Published' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@ObjectType({ description: '扶贫基金年度公开报告 · The public report of a charity fund’s year' })
@Entity('charity_report')
export class CharityReport {
  @Field(() => ID, { description: '报告标识 · Id of the report' })
  @IdColumn()
  id: string;

  @RefColumn()
  fundId: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @JsonColumn()
  content: ReportContent;

  @Field({ description: '内容的 SHA-256 · SHA-256 of what it tells' })
  @TextColumn()
  contentHash: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { nullable: true, description: '起草时间；公众不可见 · When it was drafted; not for the public' })
  @InstantColumn()
  draftedAt: Date;

  @Field(() => CharityReportOutcome, { nullable: true, description: '结果，空为待批 · Outcome; null while it waits' })
  @TextColumn(true)
  outcome: CharityReportOutcome | null;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '公布或撤回时间 · When it was published or withdrawn' })
  @InstantColumn(true)
  decidedAt: Date | null;
}

@ObjectType({ description: '报告中的一项使用 · A use, as it is reported' })
export class ReportedCharityUse {
  @Field(() => CharityUseKind, { description: '类别 · Kind' })
  kind: CharityUseKind;

  @Field({ description: '用途代码 · Code of the purpose' })
  purpose: string;

  regionId: string | null;

  @Field({ description: '地区名称；不足五户的地区合并 · Place; those of fewer than five households together' })
  regionName: string;

  @Field(() => Money, { description: '已支付 · Paid' })
  amount: bigint;
}

@ObjectType({ description: '报告中的捐赠人 · A donor, as reported' })
export class ReportedCharityDonor {
  @Field(() => String, {
    nullable: true,
    description: '单位名称；个人与匿名者合并为空 · Name; null of persons and the anonymous, together',
  })
  name: string | null;

  @Field(() => Int, { description: '捐赠笔数 · Gifts' })
  gifts: number;

  @Field(() => Money, { description: '金额（含物资）· Amount, goods among it' })
  amount: bigint;
}

@ObjectType({ description: '报告中的物资 · Goods, as reported' })
export class ReportedCharityGood {
  @Field({ description: '物资名称 · What it is' })
  good: string;

  @Field({ description: '计量单位 · Unit' })
  unit: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  quantity: number;

  @Field(() => Money, { description: '价值 · Worth' })
  amount: bigint;
}

@ObjectType({ description: '报告中的理事 · A member of the council, as reported' })
export class ReportedCouncilMember {
  @Field({ description: '姓名 · Name' })
  name: string;

  @Field(() => CouncilPost, { description: '职务 · Post' })
  post: CouncilPost;
}
