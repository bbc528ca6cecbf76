// A look-back (回头看): a campaign over the households of a region that were lifted in one year, by a list that is frozen when it opens.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '脱贫回头看 · A look-back' })
@Entity('look_back')
export class LookBack {
  @Field(() => ID, { description: '回头看标识 · Id of the look-back' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '脱贫年度 · Year in which its households were lifted' })
  @WholeColumn()
  year: number;

  @Field({ description: '名称 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '部署文号 · Document it was ordered by' })
  @TextColumn()
  documentNumber: string;

  @Field(() => CalendarDay, { description: '入户核查截止 · Households are checked by' })
  @DayColumn()
  visitUntil: string;

  @Field(() => CalendarDay, { description: '复核截止 · Re-checked by' })
  @DayColumn()
  recheckUntil: string;

  @Field(() => CalendarDay, { description: '销号截止 · Closed by' })
  @DayColumn()
  closeUntil: string;

  @Field(() => Int, { description: '名单户数 · Households on its frozen list' })
  @WholeColumn()
  households: number;

  @Field({ description: '名单散列 · Hash of the frozen list' })
  @TextColumn()
  listHash: string;

  @TextColumn()
  packName: string;

  @TextColumn()
  packHash: string;

  @RefColumn()
  openedBy: string;

  @Field(() => Date, { description: '部署时间 · Opened at' })
  @InstantColumn()
  openedAt: Date;

  @RefColumn(true)
  closedBy: string | null;

  @Field(() => Date, { nullable: true, description: '销号时间 · Closed at' })
  @InstantColumn(true)
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: '总结 · Summary of the close-out' })
  @TextColumn(true)
  summary: string | null;

  @Field(() => String, {
    nullable: true,
    description: '逾期销号的书面说明；按期的为空 · Why it was closed after its day; null when it was closed in time',
  })
  @TextColumn(true)
  lateReason: string | null;
}

@ObjectType({ description: '回头看的问题类别 · A category of what a look-back may find' })
export class LookBackCategory {
  @Field({ description: '类别（代码）· Category, a code' })
  code: string;

  @Field({ description: '类别 · The category' })
  title: string;

  @Field(() => [String], {
    description:
      '以何种认定程序整改（代码）；空为直接更正台账 · Procedures that put it right, codes; none where the register is corrected',
  })
  fixedBy: string[];
}

@ObjectType({ description: '某类问题的户数 · Cases of one category' })
export class LookBackCategoryCount {
  @Field({ description: '类别（代码）· Category, a code' })
  category: string;

  @Field({ description: '类别 · The category' })
  title: string;

  @Field(() => Int, { description: '发现户数 · Found' })
  found: number;

  @Field(() => Int, { description: '已销号户数 · Settled' })
  settled: number;
}

@ObjectType({ description: '一地区的回头看进度 · How far a look-back is in a region' })
export class LookBackProgress {
  @Field(() => Int, { description: '名单户数（不含漏评）· Households of the list, without those missed' })
  listed: number;

  @Field(() => Int, { description: '待核查 · Still to be checked' })
  toCheck: number;

  @Field(() => Int, { description: '核查无问题 · Checked, nothing wrong' })
  clean: number;

  @Field(() => Int, { description: '待整改 · Wrong, and not put right' })
  problems: number;

  @Field(() => Int, { description: '已整改待复核 · Put right, to be re-checked' })
  fixed: number;

  @Field(() => Int, { description: '已销号 · Settled' })
  settled: number;

  @Field(() => [LookBackCategoryCount], { description: '按类别 · By category' })
  byCategory: LookBackCategoryCount[];
}
