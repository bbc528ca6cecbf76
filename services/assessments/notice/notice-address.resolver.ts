// What the graph answers about notices by telephone: one's own numbers, the channels that are on, and what went out.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { AssessmentsContext } from '../tools';
import { listNoticeDeliveries } from './list-notice-deliveries';
import { titleOf } from './notice.rules';
import { NoticeAddress, NoticeDelivery } from './notice-address.entity';
import { listNoticeAddresses, registerNoticeAddress, withdrawNoticeAddress } from './register-notice-address';

const NoticeDeliveryConnection = connectionOf(NoticeDelivery, 'NoticeDelivery', '送达', 'deliveries of notices');

@Resolver(() => NoticeAddress)
export class NoticeAddressResolver {
  @Query(() => [String], {
    nullable: true,
    description: '已开通的通知渠道（短信、钉钉，默认全关）· Channels that are on: none unless configured',
  })
  noticeChannels(@Ctx() { tools }: AssessmentsContext) {
    return [...tools.outgoing.keys()];
  }

  @Query(() => [NoticeAddress], {
    nullable: true,
    description: '本任职下登记的手机号 · Numbers registered under the present appointment',
  })
  noticeAddresses(@Ctx() context: AssessmentsContext) {
    return listNoticeAddresses(context);
  }

  @Query(() => NoticeDeliveryConnection, {
    nullable: true,
    description: '本人的送达记录，新者在前 · What went out to the caller, newest first',
  })
  async noticeDeliveries(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: AssessmentsContext,
  ): Promise<Connection<NoticeDelivery>> {
    return connect(await listNoticeDeliveries(context, args), ({ number }) => cursorOf(String(number)));
  }

  @Mutation(() => NoticeAddress, {
    nullable: true,
    description:
      '登记本人手机号接收提醒；短信只说何事、何处看 · Registers the own number for notices; a message says what happened and where to look',
  })
  registerNoticeAddress(
    @Arg('channel', { description: '渠道：sms 或 dingtalk · Channel: sms or dingtalk' }) channel: string,
    @Arg('mobile', { description: '手机号 · Mobile number' }) mobile: string,
    @Ctx() context: AssessmentsContext,
  ) {
    return registerNoticeAddress(context, channel, mobile);
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description: '撤销登记，未发者不再发 · Withdraws it; what waits is not sent',
  })
  withdrawNoticeAddress(
    @Arg('id', () => ID, { description: '登记标识 · Id of the registration' }) id: string,
    @Ctx() context: AssessmentsContext,
  ) {
    return withdrawNoticeAddress(context, id);
  }
}

@Resolver(() => NoticeDelivery)
export class NoticeDeliveryResolver {
  @FieldResolver(() => String, { description: '提醒标题 · Title of the notice' })
  title(@Root() { kind }: NoticeDelivery) {
    return titleOf(kind);
  }
}
