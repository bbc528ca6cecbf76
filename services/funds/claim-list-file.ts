// Lists of claims as files (清算单清单、账龄表文件): made when fetched, in the scope of that moment, page by page, watermarked.
import { cursorOf, type Page } from '#platform/database/page';
import type { FileMaker, MadeFile } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { writeBook } from '#platform/sheet/write-book';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { ClaimAgeing } from './clearing/claim-ageing.entity';
import {
  ageingColumns,
  ageingRow,
  ClaimList,
  claimListTitles,
  clearingColumns,
  clearingRow,
} from './clearing/claim-list.rules';
import type { Clearing } from './clearing/clearing.entity';
import { listClaimAgeing } from './clearing/list-claim-ageing';
import { listClearings } from './clearing/list-clearings';
import { namesOf } from './clearing-sheet-file';
import { TableFormat } from './fund-table/fund-table.rules';
import { bannerOf } from './fund-table-file';
import { permissions } from './permissions';
import { tablePage } from './table-page';
import type { FundsContext } from './tools';

const AT_ONCE = 100;

type Handful = readonly (readonly string[])[];
interface Paged<Row> {
  list: (args: { first: number; after?: string }) => Promise<Page<Row>>;
  cursor: (row: Row) => string;
  cells: (row: Row, nameOf: (unitId: string) => string) => string[];
}

/** No transaction lasts from page to page, so that a slow reader holds nothing. */
async function* pagesOf<Row extends { hospitalId: string; payerUnitId: string }>(
  context: FundsContext,
  { list, cursor, cells }: Paged<Row>,
  first?: Page<Row>,
): AsyncGenerator<Handful> {
  let page = first ?? (await list({ first: AT_ONCE }));
  for (;;) {
    const names = await namesOf(
      context,
      [],
      [...new Set(page.items.flatMap(({ hospitalId, payerUnitId }) => [hospitalId, payerUnitId]))],
    );
    yield page.items.map((row) => cells(row, (id) => names.get(id) ?? ''));
    const last = page.items.at(-1);
    if (!page.hasNextPage || !last) return;
    page = await list({ first: AT_ONCE, after: cursor(last) });
  }
}

async function tableOf(
  context: FundsContext,
  list: string,
): Promise<{ columns: string[]; rows: AsyncGenerator<Handful> }> {
  if (list === ClaimList.clearings) {
    const paged: Paged<Clearing> = {
      list: (args) => listClearings(context as never, args as never),
      cursor: ({ id }) => cursorOf(id),
      cells: clearingRow,
    };
    return { columns: clearingColumns, rows: pagesOf(context, paged) };
  }
  const paged: Paged<ClaimAgeing> = {
    list: (args) => listClaimAgeing(context as never, args as never),
    cursor: ({ hospitalId, payerUnitId }) => cursorOf(hospitalId, payerUnitId),
    cells: ageingRow,
  };
  const first = await paged.list({ first: AT_ONCE });
  return { columns: ageingColumns(first.items[0]?.bands ?? []), rows: pagesOf(context, paged, first) };
}

export const claimListFile: FileMaker = async (given, about): Promise<MadeFile> => {
  const context = given as unknown as FundsContext;
  const { list = '', format, purpose = '' } = about as Record<string, string>;
  if (!permissions.ruleOf('Mutation', 'requestClaimList').admits(context.caller)) throw commonRefusals.forbidden();
  const title = claimListTitles[list as ClaimList];
  const banner = await bannerOf(context, purpose);
  const { columns, rows } = await tableOf(context, list);
  if (format === TableFormat.page) return tablePage({ title, of: '', banner, columns, rows });
  const sheet = {
    name: title,
    banner,
    columns: columns.map((heading) => ({ title: heading, width: 18 })),
    rows: () => rows,
  };
  return { name: `${title}.xlsx`, contentType: contentTypes.xlsx, body: writeBook([sheet]) };
};
