// What a region tells about its projects, and how the ledger of them leaves the graph.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { FileTicket } from '#platform/graph/files/evidence';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../foreign/region';
import { TableFormat } from '../fund-table/fund-table.rules';
import type { FundsContext } from '../tools';
import { ProjectSums } from './project-sums.entity';
import { projectSumsOfRegion } from './project-sums.query';
import { requestProjectLedger } from './request-project-ledger';

@Resolver(() => Region)
export class RegionProjectsResolver {
  @FieldResolver(() => ProjectSums, {
    nullable: true,
    description:
      '该地区及所辖地区的项目汇总（不含已出库）· Projects of the region and all below it, without removed ones',
  })
  async projectSums(@Root() { id }: Region, @Ctx() context: Context): Promise<ProjectSums> {
    const added = await projectSumsOfRegion.load(context, id);
    if (!added) throw commonRefusals.outOfScope();
    return added;
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请导出项目台账（Excel 或打印页，带水印、留痕）· Asks for the project ledger as Excel or a page for print, watermarked and logged',
  })
  requestProjectLedger(
    @Arg('purpose', { description: '用途（4 至 60 字，印在每页）· What for, printed on each page' }) purpose: string,
    @Arg('regionId', () => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
    regionId: string | null,
    @Arg('planYear', () => Int, { nullable: true, description: '只要此年度计划的 · Only those of this year’s plan' })
    planYear: number | null,
    @Arg('format', () => TableFormat, {
      nullable: true,
      description: '格式，默认工作簿 · Format, a workbook unless told',
    })
    format: TableFormat | null,
    @Ctx() context: FundsContext,
  ): Promise<FileTicket> {
    return requestProjectLedger(context, {
      purpose,
      regionId: regionId ?? null,
      planYear: planYear ?? null,
      format: format ?? TableFormat.xlsx,
    });
  }
}
