// How the three lists and a supervision order leave the graph: by a ticket for the file door, where they are made in the scope of that moment.
import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { AssessmentsContext } from '../tools';
import { FindingFilterArgs } from './finding.input';
import { findingById } from './finding.loader';

const order = { subgraph: 'assessments', verb: 'download' } as const;

@Resolver()
export class FindingFilesResolver {
  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请下载问题、责任、整改三张清单（Excel）· Asks for the three lists of findings, responsibilities and rectification as Excel',
  })
  requestFindingLists(
    @Args(() => FindingFilterArgs) filter: FindingFilterArgs,
    @Ctx() context: AssessmentsContext,
  ): Promise<FileTicket> {
    return issueTicket(context, {
      ...order,
      action: 'requestFindingLists',
      what: 'finding-lists',
      about: { ...filter },
    });
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '申请打印督办单（A4 页面）· Asks for the supervision order of a finding as a page to print',
  })
  async requestSupervisionOrder(
    @Arg('findingId', () => ID, { description: '问题标识 · Id of the finding' }) findingId: string,
    @Ctx() context: AssessmentsContext,
  ): Promise<FileTicket> {
    const finding = isId(findingId) ? await findingById.load(context, findingId) : null;
    if (!finding?.leadUnit) throw commonRefusals.notFound({ what: '督办单 supervision order' });
    const about = { findingId: finding.id };
    return issueTicket(context, { ...order, action: 'requestSupervisionOrder', what: 'supervision-order', about });
  }
}
