// How a list of households leaves the graph: by a ticket for the file door, where it is made in the scope and under the masks of that moment.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import { HouseholdSort, HouseholdsFilter } from '../household/household.input';
import type { HouseholdsContext } from '../tools';
import { requestList } from './request-list';

@Resolver()
export class HouseholdListResolver {
  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请导出贫困户名册（Excel，每人一行，全国导出表格式；遮蔽如同列表，留痕、带水印与签名，可改后回传）· Asks for the list of households as Excel: a row a person in the columns of the national export, masked as lists are, logged, watermarked and sealed, to be changed and brought back',
  })
  requestHouseholdList(
    @Arg('filter', () => HouseholdsFilter, { nullable: true, description: '筛选条件 · Which households' })
    filter: HouseholdsFilter | null,
    @Arg('sort', () => HouseholdSort, {
      nullable: true,
      description: '排序，默认按户编号 · Order, by number unless told',
    })
    sort: HouseholdSort | null,
    @Arg('purpose', { description: '用途（4 至 60 字，印在每页）· What for, 4 to 60 characters, printed on each page' })
    purpose: string,
    @Ctx() context: HouseholdsContext,
  ): Promise<FileTicket> {
    return requestList(context, { filter, sort, purpose });
  }
}
