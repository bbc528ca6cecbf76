// A posting (公示、公告): its text was generated from the batch, it shows names masked, and it ends by the clock.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '公示名单的一行 · One line of a posting' })
export class NoticeLine {
  @Field(() => Int, { description: '序号；提出异议时引用 · Number, by which an objection names it' })
  line: number;

  @Field({ description: '村（居）· The village' })
  village: string;

  @Field({ description: '户主（脱敏）· The head’s name, masked' })
  head: string;

  @Field(() => Int, { description: '人数 · People' })
  people: number;
}

@ObjectType({ description: '公示、公告 · A posting or an announcement' })
@Entity('public_notice')
export class PublicNotice {
  @Field(() => ID, { description: '公示标识 · Id of the posting' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '程序（代码）· Procedure, a code' })
  @TextColumn()
  kind: string;

  @Field({ description: '步骤（代码）· Step, a code' })
  @TextColumn()
  step: string;

  @Field({ description: '是否公告（已批准）· Whether it announces what was approved' })
  @FlagColumn()
  announces: boolean;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '正文（姓名脱敏）· Text, names masked' })
  @TextColumn()
  body: string;

  @Field(() => [NoticeLine], { description: '名单 · Its lines' })
  @JsonColumn()
  lines: NoticeLine[];

  @Field(() => CalendarDay, { description: '起始日 · First day' })
  @DayColumn()
  fromOn: string;

  @Field(() => CalendarDay, { description: '届满日（不含）· The day on which it no longer stands' })
  @DayColumn()
  untilOn: string;

  @RefColumn()
  postedBy: string;

  @Field(() => Date, { description: '张贴时间 · Posted at' })
  @InstantColumn()
  postedAt: Date;
}
