// What the graph answers about public notices of funds: posted, read by anybody, objected to, answered, withdrawn.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { answerNoticeObjection } from './answer-notice-objection';
import { listNoticeLines, listNotices } from './list-notices';
import { type NoticeLine, NoticeLineConnection } from './notice-line.entity';
import { NoticeObjection } from './notice-objection.entity';
import { objectToNotice } from './object-to-notice';
import { postNotice } from './post-notice';
import { NoticeConnection, PublicNotice } from './public-notice.entity';
import { FundNoticesArgs, PostFundNoticeInput } from './public-notice.input';
import {
  fundObjectionById,
  noticeById,
  objectionsOfNotice,
  ownFundObjectionById,
  standingNoticeById,
} from './public-notice.loader';
import { withdrawNotice } from './withdraw-notice';

const noticeCursor = ({ fromOn, id }: PublicNotice) => cursorOf(fromOn, id);
const noticeIs = { description: '公示公告标识 · Id of the notice' };
const objectionIs = { description: '异议标识 · Id of the objection' };

@Resolver(() => PublicNotice)
export class PublicNoticeResolver {
  @Query(() => NoticeConnection, {
    nullable: true,
    description:
      '现行公示与长期公告，新者在前；公示期满即撤下 · Postings that stand and announcements, newest first; a posting is gone when its days are over',
  })
  async fundNotices(
    @Args(() => FundNoticesArgs) args: FundNoticesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PublicNotice>> {
    return connect(await listNotices(context, args, 'public'), noticeCursor);
  }

  @Query(() => PublicNotice, {
    nullable: true,
    description: '按标识查现行公示、公告 · A notice that stands, by its id',
  })
  fundNotice(@Arg('id', () => ID, noticeIs) id: string, @Ctx() context: Context) {
    return standingNoticeById.load(context, id);
  }

  @Mutation(() => PublicNotice, {
    nullable: true,
    description:
      '张贴公示（事前）或公告（事后），文本由事项生成 · Posts before the act or announces after it, the text made from the subject',
  })
  async postFundNotice(
    @Arg('input', () => PostFundNoticeInput, { description: '事项 · What it is about' }) input: PostFundNoticeInput,
    @Ctx() context: Context,
  ) {
    return noticeById.load(context, await postNotice(context, input));
  }

  @Mutation(() => PublicNotice, {
    nullable: true,
    description: '撤下公示公告，如名单有误 · Withdraws a notice, such as one whose list was wrong',
  })
  async withdrawFundNotice(
    @Arg('id', () => ID, noticeIs) id: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Ctx() context: Context,
  ) {
    return noticeById.load(context, await withdrawNotice(context, id, reason));
  }

  @FieldResolver(() => Region, { description: '张贴地区 · Where it was posted' })
  region(@Root() { regionId }: PublicNotice) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '张贴人 · Who posted it' })
  postedBy(@Root() { postedBy }: PublicNotice) {
    return personOf(postedBy);
  }

  @FieldResolver(() => NoticeLineConnection, {
    nullable: true,
    description: '名单（姓名脱敏）· Its lines, names masked',
  })
  async lines(
    @Root() { id, state, untilOn }: PublicNotice,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<NoticeLine>> {
    const as = context.caller.scope === 'region' && (untilOn !== null || state !== 'posted') ? 'region' : 'public';
    return connect(await listNoticeLines(context, id, args, as), ({ line }) => cursorOf(line));
  }

  @FieldResolver(() => [NoticeObjection], { nullable: true, description: '异议及答复 · Objections and their answers' })
  objections(@Root() { id }: PublicNotice, @Ctx() context: Context) {
    return objectionsOfNotice.load(context, id);
  }
}

@Resolver(() => NoticeObjection)
export class NoticeObjectionResolver {
  @Query(() => NoticeObjection, {
    nullable: true,
    description:
      '本人对资金公示提出的异议及答复 · An objection that oneself raised to a posting of funds, with its answer',
  })
  myFundObjection(@Arg('id', () => ID, objectionIs) id: string, @Ctx() context: Context) {
    return ownFundObjectionById.load(context, id);
  }

  @Mutation(() => NoticeObjection, {
    nullable: true,
    description:
      '公示期内提出异议；指明序号的只停该户，不指明的停全部 · Objects while a posting stands: to one line, which is stopped, or to the whole',
  })
  async objectToFundNotice(
    @Arg('noticeId', () => ID, noticeIs) noticeId: string,
    @Arg('content', { description: '内容，勿填个人号码 · What is objected, without personal numbers' }) content: string,
    @Ctx() context: Context,
    @Arg('line', () => Int, {
      nullable: true,
      description: '序号；空为整份公示 · Number of the line; none for the whole',
    })
    line?: number,
  ) {
    return ownFundObjectionById.load(context, await objectToNotice(context, { noticeId, line: line ?? null, content }));
  }

  @Mutation(() => NoticeObjection, {
    nullable: true,
    description:
      '答复异议（张贴人、申请人不得答复）；成立的，所涉各户不予支付 · Answers an objection, not by whoever posted or applied; upheld, what it names is not paid',
  })
  async answerFundObjection(
    @Arg('id', () => ID, objectionIs) id: string,
    @Arg('answer', { description: '答复，勿填个人号码 · The answer, without personal numbers' }) answer: string,
    @Arg('upheld', { description: '是否成立 · Whether it is upheld' }) upheld: boolean,
    @Ctx() context: Context,
  ) {
    const answered = await answerNoticeObjection(context, id, { answer, upheld });
    context.loaders.clear();
    return fundObjectionById.load(context, answered);
  }

  @FieldResolver(() => PublicNotice, { nullable: true, description: '所对公示 · The posting it is about' })
  notice(@Root() { noticeId }: NoticeObjection, @Ctx() context: Context) {
    return standingNoticeById.load(context, noticeId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '答复人 · Who answered' })
  answeredBy(@Root() { answeredBy }: NoticeObjection) {
    return personOf(answeredBy ?? null);
  }
}
