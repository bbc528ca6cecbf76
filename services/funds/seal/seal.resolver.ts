// What the graph answers about daily seals: the seals for anybody, and the file for whoever checks them offline.
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { PublicNotice } from '../public-notice/public-notice.entity';
import type { FundsContext } from '../tools';
import { listSeals } from './list-seals';
import { Seal, SealConnection, SealStream } from './seal.entity';
import { sealOfNotice } from './seal.loader';
import { sealRefusals } from './seal-refusals.rules';

const stream = () => Arg('stream', () => SealStream, { description: '类别 · What is sealed' });

@Resolver(() => Seal)
export class SealResolver {
  @Query(() => SealConnection, { nullable: true, description: '日封，新者在前 · Daily seals, the newest first' })
  async dailySeals(
    @stream() of: SealStream,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Seal>> {
    return connect(await listSeals(context, of, args), ({ number }) => cursorOf(number));
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请日封文件，用 verify-seal 离线核对；日志只给日志审计员，其余给市级 · Asks for the file of seals and rows, which verify-seal checks offline; the log for the log auditor, the rest for the city',
  })
  async requestSealFile(@stream() of: SealStream, @Ctx() context: FundsContext): Promise<FileTicket> {
    if ((of === SealStream.audit) !== (context.caller.post === 'log-auditor')) throw sealRefusals.sealStream();
    return issueTicket(context, {
      subgraph: 'funds',
      verb: 'download',
      action: 'requestSealFile',
      what: 'seals',
      about: { stream: of },
    });
  }
}

@Resolver(() => PublicNotice)
export class NoticeSealResolver {
  @FieldResolver(() => Seal, {
    nullable: true,
    description: '封存本公示公告的日封 · The daily seal that holds this notice',
  })
  seal(@Root() { id }: PublicNotice, @Ctx() context: Context) {
    return sealOfNotice.load(context, id);
  }
}
