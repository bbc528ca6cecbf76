// What the graph answers about public notices, and how a line of one is objected to and answered.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Region, regionOf } from '../foreign/region';
import { answerObjection } from './answer-objection';
import { Determination } from './determination.entity';
import { PublicNoticesArgs } from './determination.input';
import { determinationById, objectionById, ownObjectionById } from './determination.loader';
import { listPublicNotices } from './list-public-notices';
import { Objection } from './objection.entity';
import { PublicNotice } from './public-notice.entity';
import { raiseObjection } from './raise-objection';

const PublicNoticeConnection = connectionOf(PublicNotice, 'PublicNotice', '公示公告', 'public notices');

@Resolver(() => PublicNotice)
export class PublicNoticeResolver {
  @Query(() => PublicNoticeConnection, {
    nullable: true,
    description:
      '正在公示的名单（姓名脱敏），届满自动撤下 · Public notices that stand today, names masked; gone when their days are over',
  })
  async publicNotices(
    @Args(() => PublicNoticesArgs) args: PublicNoticesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PublicNotice>> {
    return connect(await listPublicNotices(context, args), ({ untilOn, id }) => cursorOf(untilOn, id));
  }

  @FieldResolver(() => Region, { description: '张贴地区 · Where it is posted' })
  region(@Root() { regionId }: PublicNotice) {
    return regionOf(regionId);
  }
}

@Resolver(() => Objection)
export class ObjectionResolver {
  @Query(() => Objection, {
    nullable: true,
    description: '本人提出的异议及答复 · An objection that oneself raised, with its answer',
  })
  myObjection(
    @Arg('id', () => ID, { description: '异议标识 · Id of the objection' }) id: string,
    @Ctx() context: Context,
  ) {
    return ownObjectionById.load(context, id);
  }

  @Mutation(() => Objection, {
    nullable: true,
    description:
      '对公示提出异议，答复前程序停止 · Objects to a line of a notice; the procedure stops until it is answered',
  })
  async raiseObjection(
    @Arg('noticeId', () => ID, { description: '公示标识 · Id of the notice' }) noticeId: string,
    @Arg('line', () => Int, { description: '序号 · Number of the line' }) line: number,
    @Arg('content', { description: '内容，勿填个人号码 · What is objected, without personal numbers' }) content: string,
    @Ctx() context: Context,
  ) {
    return ownObjectionById.load(context, await raiseObjection(context, { noticeId, line, content }));
  }

  @Mutation(() => Objection, {
    nullable: true,
    description:
      '答复异议；成立的，该认定不通过 · Answers an objection; when it is upheld, the determination is refused',
  })
  async answerObjection(
    @Arg('id', () => ID, { description: '异议标识 · Id of the objection' }) id: string,
    @Arg('answer', { description: '答复 · The answer' }) answer: string,
    @Arg('upheld', { description: '异议是否成立 · Whether it is upheld' }) upheld: boolean,
    @Ctx() context: Context,
  ) {
    const answered = await answerObjection(context, id, { answer, upheld });
    context.loaders.clear();
    return objectionById.load(context, answered);
  }

  @FieldResolver(() => Determination, {
    nullable: true,
    description: '所涉认定（办理人员可见）· The determination it is about, for those who handle it',
  })
  determination(@Root() { determinationId }: Objection, @Ctx() context: Context) {
    return determinationById.load(context, determinationId);
  }
}
