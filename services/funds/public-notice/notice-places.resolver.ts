// Where notices are met: on a disbursement, on a region, and on a household with the proof that its line is in the list.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Disbursement } from '../disbursement/disbursement.entity';
import { Household } from '../foreign/household';
import { Region } from '../foreign/region';
import { listNotices } from './list-notices';
import { NoticeLine, NoticeProof } from './notice-line.entity';
import { proveNoticeLine } from './prove-notice-line';
import { NoticeConnection, PublicNotice } from './public-notice.entity';
import { noticeFor, noticeLinesOfHousehold, noticesOfSubject } from './public-notice.loader';

@Resolver(() => Disbursement)
export class DisbursementNoticesResolver {
  @FieldResolver(() => [PublicNotice], {
    nullable: true,
    description: '公示与公告，新者在前 · Its notices, newest first',
  })
  notices(@Root() { id }: Disbursement, @Ctx() context: Context) {
    return noticesOfSubject.load(context, `disbursement ${id}`);
  }
}

@Resolver(() => Region)
export class RegionNoticesResolver {
  @FieldResolver(() => NoticeConnection, {
    nullable: true,
    description:
      '本地区的全部公示公告，含期满与撤下的 · All notices of the region, also those that are over or withdrawn',
  })
  async fundNotices(
    @Root() { id }: Region,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PublicNotice>> {
    if ((await context.inScope.pathWithin(id)) === null) throw commonRefusals.outOfScope();
    const found = await listNotices(context, { ...args, regionId: id }, 'region');
    return connect(found, ({ fromOn, id: noticeId }) => cursorOf(fromOn, noticeId));
  }
}

@Resolver(() => Household)
export class HouseholdNoticesResolver {
  @FieldResolver(() => [NoticeLine], {
    nullable: true,
    description: '该户在公示公告中的各行 · Its lines in public notices',
  })
  noticeLines(@Root() { id }: Household, @Ctx() context: Context) {
    return noticeLinesOfHousehold.load(context, id);
  }
}

@Resolver(() => NoticeLine)
export class NoticeLineResolver {
  @FieldResolver(() => PublicNotice, { nullable: true, description: '所在公示公告 · Its notice' })
  notice(@Root() { noticeId }: NoticeLine, @Ctx() context: Context) {
    return noticeFor(context, noticeId);
  }

  @Classified('personal')
  @FieldResolver(() => NoticeProof, {
    nullable: true,
    description: '名单内证明，交该户自行核对 · Proof for its household that the line is in the list',
  })
  proof(@Root() line: NoticeLine, @Ctx() context: Context) {
    return proveNoticeLine(context, line);
  }
}
