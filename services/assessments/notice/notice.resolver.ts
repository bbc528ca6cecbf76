// What the graph answers about notices, and how they are urged and read.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, type Page } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { Finding } from '../finding/finding.entity';
import { findingById } from '../finding/finding.loader';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { Task } from '../task/task.entity';
import { taskById } from '../task/task.loader';
import { countNotices, listNotices, listNoticesSent } from './list-notices';
import { Notice, NoticeCount, NoticeReceipt } from './notice.entity';
import { NoticesArgs } from './notice.input';
import { receiptsOfNotice } from './notice.loader';
import { titleOf } from './notice.rules';
import { readNotice } from './read-notice';
import { urgeMatter } from './urge-matter';

const NoticeConnection = connectionOf(Notice, 'Notice', '提醒', 'notices');
const paged = (page: Page<Notice>) => connect(page, ({ number }) => cursorOf(number));
const words = { description: '催办的话，1 至 500 字 · What is said, 1 to 500 characters' };

@Resolver(() => Notice)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    nullable: true,
    description:
      '给我（本单位，或本地区本职务）的提醒，新者在前；送达时重核权限 · Notices to the caller’s unit, or to his post in his region, newest first; the right is looked at again',
  })
  async notices(@Args(() => NoticesArgs) args: NoticesArgs, @Ctx() context: Context): Promise<Connection<Notice>> {
    return paged(await listNotices(context, args));
  }

  @Query(() => NoticeConnection, {
    nullable: true,
    description: '我发出的催办，新者在前 · What the caller urged, newest first',
  })
  async noticesSent(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Notice>> {
    return paged(await listNoticesSent(context, args));
  }

  @Query(() => [NoticeCount], { nullable: true, description: '某日提醒的摘要 · The digest of a day' })
  noticeDigest(@Arg('on', () => CalendarDay, { description: '何日 · Which day' }) on: string, @Ctx() context: Context) {
    return countNotices(context, on);
  }

  @Mutation(() => Notice, { nullable: true, description: '标记已读 · Marks a notice read' })
  readNotice(@Arg('id', () => ID, { description: '提醒标识 · Id of the notice' }) id: string, @Ctx() context: Context) {
    return readNotice(context, id);
  }

  @Mutation(() => Notice, { nullable: true, description: '催办问题整改 · Urges the rectification of a finding' })
  urgeFinding(
    @Arg('id', () => ID, { description: '问题标识 · Id of the finding' }) id: string,
    @Arg('text', words) text: string,
    @Ctx() context: Context,
  ) {
    return urgeMatter(context, 'Finding', id, text);
  }

  @Mutation(() => Notice, { nullable: true, description: '催办任务 · Urges a task' })
  urgeTask(
    @Arg('id', () => ID, { description: '任务标识 · Id of the task' }) id: string,
    @Arg('text', words) text: string,
    @Ctx() context: Context,
  ) {
    return urgeMatter(context, 'Task', id, text);
  }

  @FieldResolver(() => String, { description: '标题 · Title' })
  title(@Root() { kind }: Notice) {
    return titleOf(kind);
  }

  @FieldResolver(() => Region, { description: '事项所在地区 · The region of the matter' })
  region(@Root() { regionId }: Notice) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: '发给的单位；发给地区的为空 · The unit told, null where a region is',
  })
  unit(@Root() { unitId }: Notice) {
    return unitId && Unit.of(unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '催办人 · Who urged' })
  sentBy(@Root() notice: Notice) {
    return notice.sentBy && Person.of(notice.sentBy);
  }

  @FieldResolver(() => Finding, { nullable: true, description: '所涉问题 · The finding that it is about' })
  finding(@Root() { subject, subjectId }: Notice, @Ctx() context: Context) {
    return subject === 'Finding' ? findingById.load(context, subjectId) : null;
  }

  @FieldResolver(() => Task, { nullable: true, description: '所涉任务 · The task that it is about' })
  task(@Root() { subject, subjectId }: Notice, @Ctx() context: Context) {
    return subject === 'Task' ? taskById.load(context, subjectId) : null;
  }

  @FieldResolver(() => [NoticeReceipt], { nullable: true, description: '阅读回执 · Who has read it' })
  receipts(@Root() { id }: Notice, @Ctx() context: Context) {
    return receiptsOfNotice.load(context, id);
  }
}

@Resolver(() => NoticeReceipt)
export class NoticeReceiptResolver {
  @FieldResolver(() => Person, { nullable: true, description: '阅读人 · Who read it' })
  person(@Root() { personId }: NoticeReceipt) {
    return Person.of(personId);
  }
}

@Resolver(() => NoticeCount)
export class NoticeCountResolver {
  @FieldResolver(() => String, { description: '标题 · Title' })
  title(@Root() { kind }: NoticeCount) {
    return titleOf(kind);
  }
}
