// A notice (提醒): what happened to a matter, told to a unit or to the officers of a region; when one has read it is one's own.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { NoticeKind } from './notice.rules';

@ObjectType({ description: '提醒、催办 · A notice' })
@Entity('notice')
export class Notice {
  @Field(() => ID, { description: '提醒标识 · Id of the notice' })
  @IdColumn()
  id: string;

  /** the order in which notices came to stand; a cursor, and shown nowhere */
  @Column({ type: 'bigint' })
  number: string;

  @Field(() => String, { description: '类别代码 · Code of the kind, such as urged' })
  @TextColumn()
  kind: NoticeKind;

  @Field({ description: '关于何类对象 · Type of what it is about' })
  @TextColumn()
  subject: string;

  @Field(() => ID, { description: '对象标识 · Id of what it is about' })
  @RefColumn()
  subjectId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  unitId: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  posts: string[] | null;

  @Field({ description: '对象的名称、编号 · Title or number of what it is about' })
  @TextColumn()
  about: string;

  @Field(() => String, { nullable: true, description: '催办的话 · What the urging says' })
  @TextColumn(true)
  text: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '应于何日前办结 · Due on' })
  @DayColumn(true)
  dueOn: string | null;

  @RefColumn(true)
  sentBy: string | null;

  @DayColumn(true)
  sentOn: string | null;

  @Field(() => Date, { description: '时间 · When' })
  @InstantColumn()
  at: Date;

  @Field(() => Date, {
    nullable: true,
    description: '本人阅读时间；未读为空 · When the caller read it, null while unread',
  })
  readAt: Date | null;
}

@ObjectType({ description: '阅读回执 · That somebody has read a notice' })
export class NoticeReceipt {
  noticeId: string;

  personId: string;

  @Field(() => String, { description: '以何职务 · Under which post' })
  post: string;

  @Field(() => Date, { description: '阅读时间 · Read at' })
  readAt: Date;
}

@ObjectType({ description: '某日某类提醒的数目（每日摘要）· Notices of a day by kind: its digest' })
export class NoticeCount {
  @Field(() => String, { description: '类别代码 · Code of the kind' })
  kind: NoticeKind;

  @Field(() => Int, { description: '条数 · How many' })
  count: number;

  @Field(() => Int, { description: '其中未读 · Of these unread' })
  unread: number;
}
