// How the papers of a clearing leave the graph: by a ticket for the file door.
import { Arg, Ctx, ID, Mutation, Resolver, registerEnumType } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import { TableFormat } from '../fund-table/fund-table.rules';
import type { FundsContext } from '../tools';
import { ClaimList } from './claim-list.rules';
import { ClearingSheet } from './clearing-sheet.rules';
import { requestClaimList } from './request-claim-list';
import { requestClearingSheet } from './request-clearing-sheet';

registerEnumType(ClearingSheet, {
  name: 'ClearingSheet',
  description: '清算文书 · A paper of a clearing',
  valuesConfig: {
    clearing: { description: '清算表 · The clearing sheet' },
    payment: { description: '付款申请 · The payment application' },
  },
});

registerEnumType(ClaimList, {
  name: 'ClaimList',
  description: '清算清单 · A list of claims',
  valuesConfig: {
    clearings: { description: '清算单清单 · Clearings: monthly and yearly claims, prepayments' },
    ageing: { description: '应付账龄表 · What payers owe hospitals, by age' },
  },
});

@Resolver()
export class ClearingSheetResolver {
  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请清算表或付款申请（留痕、带水印）· Asks for the clearing sheet or the payment application, logged and watermarked',
  })
  requestClearingSheet(
    @Arg('id', () => ID, { description: '清算单标识 · Id of the clearing' }) id: string,
    @Arg('sheet', () => ClearingSheet, { description: '何种文书 · Which paper' }) sheet: ClearingSheet,
    @Arg('format', () => TableFormat, { description: '格式 · Format' }) format: TableFormat,
    @Arg('purpose', { description: '用途（4 至 60 字，印在表上）· What for, 4 to 60 characters, printed on it' })
    purpose: string,
    @Ctx() context: FundsContext,
  ) {
    return requestClearingSheet(context, { id, sheet, format, purpose });
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description:
      '申请导出清算单清单或账龄表（留痕、带水印）· Asks for the list of clearings or the ageing as a file, logged and watermarked',
  })
  requestClaimList(
    @Arg('list', () => ClaimList, { description: '何种清单 · Which list' }) list: ClaimList,
    @Arg('format', () => TableFormat, { description: '格式 · Format' }) format: TableFormat,
    @Arg('purpose', { description: '用途（4 至 60 字，印在表上）· What for, 4 to 60 characters, printed on it' })
    purpose: string,
    @Ctx() context: FundsContext,
  ) {
    return requestClaimList(context, { list, format, purpose });
  }
}
