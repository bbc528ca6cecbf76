// How official tables and the auditor's extract leave the graph: by a ticket for the file door, made in the scope of that moment.
import { Arg, Ctx, ID, Mutation, Resolver, registerEnumType } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import type { FundsContext } from '../tools';
import { FundTable, TableFormat } from './fund-table.rules';
import { requestFundTable } from './request-fund-table';

registerEnumType(FundTable, {
  name: 'FundTable',
  description: '官方表 · An official table',
  valuesConfig: {
    progress: { description: '支出进度月报 · Monthly execution' },
    ledger: { description: '资金台账 · Ledger of the lots' },
    spendingPlan: { description: '用款计划 · Plan of the use of money' },
  },
});

registerEnumType(TableFormat, {
  name: 'TableFormat',
  description: '格式 · Format',
  valuesConfig: {
    xlsx: { description: 'Excel 工作簿 · A workbook' },
    page: { description: '打印页 · A page for print' },
  },
});

const regionIs = { description: '地区 · The region' };
const monthIs = { description: '月份，如 2018-05 · Month, such as 2018-05' };
const purposeIs = { description: '用途（4 至 60 字，印在表上）· What for, 4 to 60 characters, printed on it' };

@Resolver()
export class FundTableResolver {
  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请官方表（按月末数据生成，留痕、带水印）· Asks for an official table, made from the data of the month’s end, logged and watermarked',
  })
  requestFundTable(
    @Arg('table', () => FundTable, { description: '何表 · Which table' }) table: FundTable,
    @Arg('format', () => TableFormat, { description: '格式 · Format' }) format: TableFormat,
    @Arg('regionId', () => ID, regionIs) regionId: string,
    @Arg('month', monthIs) month: string,
    @Arg('purpose', purposeIs) purpose: string,
    @Ctx() context: FundsContext,
  ) {
    return requestFundTable(context, 'fund-table', { table, format, regionId, month, purpose });
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请审计提取（压缩包）：该月记账的凭证与分录、发放与报账单据、佐证材料原件，附各件散列的清单，可用 npm run verify:extract 离线核验 · Asks for the auditor’s extract, an archive: journals and postings booked in the month, what was paid and claimed, the documents themselves, and a manifest of hashes that npm run verify:extract checks offline',
  })
  requestAuditExtract(
    @Arg('regionId', () => ID, regionIs) regionId: string,
    @Arg('month', monthIs) month: string,
    @Arg('purpose', purposeIs) purpose: string,
    @Ctx() context: FundsContext,
  ) {
    return requestFundTable(context, 'audit-extract', { regionId, month, purpose });
  }
}
