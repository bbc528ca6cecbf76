// What the graph answers about the flow of a year's money, and how its drawing leaves the graph.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { FileTicket } from '#platform/graph/files/evidence';
import { Book } from '../book/fund-use-pack.rules';
import { Region, regionOf } from '../foreign/region';
import type { FundsContext } from '../tools';
import { findFundFlow } from './find-fund-flow';
import { FundFlow, FundFlowNode } from './fund-flow.entity';
import { nameOfFlowNode } from './fund-flow.rules';
import { requestFundFlow } from './request-fund-flow';

const yearIs = { description: '预算年度 · Budget year' };
const regionIs = { description: '地区 · The region' };
const bookIs = { nullable: true, description: '只要此账类 · Only this book' };

@Resolver(() => FundFlowNode)
export class FundFlowResolver {
  @Query(() => FundFlow, {
    nullable: true,
    description:
      '一年的资金流向（桑基图）：来源 → 账类与方向 → 地区 → 支付方式 → 去向；地区须全部在范围内 · The flow of a year’s money, a Sankey: source, book and direction, region, way of paying, outcome; of a region wholly in scope',
  })
  async fundFlow(
    @Arg('year', () => Int, yearIs) year: number,
    @Arg('regionId', () => ID, regionIs) regionId: string,
    @Arg('book', () => Book, bookIs) book: Book | null,
    @Ctx() context: Context,
  ): Promise<FundFlow> {
    const { total, nodes, links, direction } = await findFundFlow(context, { year, regionId, book });
    const labelled = nodes.map((node) => {
      const { zh, en } = nameOfFlowNode(node, { direction, region: () => undefined });
      return Object.assign(new FundFlowNode(), { ...node, label: zh === '' ? null : `${zh} · ${en}` });
    });
    return Object.assign(new FundFlow(), { total, nodes: labelled, links });
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请资金流向图（可打印的网页，留痕、带水印）· Asks for the drawing of the flow as a page for print, logged and watermarked',
  })
  requestFundFlow(
    @Arg('year', () => Int, yearIs) year: number,
    @Arg('regionId', () => ID, regionIs) regionId: string,
    @Arg('purpose', { description: '用途（4 至 60 字，印在图上）· What for, 4 to 60 characters, printed on it' })
    purpose: string,
    @Ctx() context: FundsContext,
  ) {
    return requestFundFlow(context, { year, regionId, purpose });
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region' })
  region(@Root() { regionId }: FundFlowNode) {
    return regionId === null ? null : regionOf(regionId);
  }
}
