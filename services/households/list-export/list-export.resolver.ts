// How a list leaves the graph: by a ticket for the file door, where it is made in the scope and under the masks of that moment.
import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import { permissions } from '../permissions';
import type { HouseholdsContext } from '../tools';
import { exportableLists } from './exportable-list.rules';
import { ListExportArgs } from './list-export.input';
import { requestListExport } from './request-list-export';

@Resolver()
export class ListExportResolver {
  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请导出清单（Excel；范围与遮蔽如同图中列表，留痕、带水印）· Asks for a list as Excel: the rows and masks are those of the list in the graph, logged and watermarked',
  })
  requestListExport(@Args(() => ListExportArgs) asked: ListExportArgs, @Ctx() context: HouseholdsContext) {
    return requestListExport(context, asked, (list) =>
      permissions.ruleOf(...exportableLists[list].openedBy).admits(context.caller),
    );
  }
}
