// Official tables as files (官方表文件): made when fetched, under the rights and in the scope of that moment, watermarked.
import type { FileMaker, MadeFile } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { nameExporter } from '#platform/graph/files/name-exporter';
import { writeBook } from '#platform/sheet/write-book';
import { addDays, dayAfterMonth } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { lotsOfRegionDay } from './clock/lots-on-day.loader';
import { findPlansShown } from './fund-table/find-plans-shown';
import { FundTable, lotTableOf, TableFormat, type TableSheet } from './fund-table/fund-table.rules';
import { spendingPlanTable } from './fund-table/spending-plan-table.rules';
import { permissions } from './permissions';
import { regionNames } from './public-notice/region-names';
import { regionKey } from './region-day/region-ranges.query';
import { tablePage } from './table-page';
import type { FundsContext } from './tools';

export const bannerOf = async (context: FundsContext, purpose: string): Promise<string> => {
  const { person, at } = await nameExporter(context);
  return `${person} ${at} 导出 · 用途：${purpose}`;
};

export const bookOf = (sheets: readonly TableSheet[], banner: string) =>
  writeBook(
    sheets.map(({ title, columns, rows, foot = [] }) => ({
      ...{ name: title, banner, rows: () => [[...rows, ...foot]] },
      columns: columns.map((heading) => ({ title: heading, width: 18 })),
    })),
  );

const yearOf = (month: string) => Number(month.slice(0, 4));

async function sheetOf(context: FundsContext, table: FundTable, regionId: string, month: string): Promise<TableSheet> {
  if (table === FundTable.spendingPlan) {
    if ((await context.inScope.pathWithin(regionId)) === null) throw commonRefusals.outOfScope();
    const { plans, nameOf } = await findPlansShown(context, regionId, yearOf(month));
    return spendingPlanTable(yearOf(month), month, plans, nameOf);
  }
  const last = addDays(dayAfterMonth(month), -1);
  const found = await lotsOfRegionDay.load(context, regionKey(regionId, last, null));
  if (!found) throw commonRefusals.outOfScope();
  const names = await regionNames(
    context,
    found.lots.map((lot) => lot.regionId),
  );
  return lotTableOf(table, found.lots, (id) => names.get(id) ?? '');
}

export const fundTableFile: FileMaker = async (given, about): Promise<MadeFile> => {
  const context = given as unknown as FundsContext;
  const { table, format, regionId = '', month = '', purpose } = about as Record<string, string>;
  if (!permissions.ruleOf('Mutation', 'requestFundTable').admits(context.caller)) throw commonRefusals.forbidden();
  const sheet = await sheetOf(context, table as FundTable, regionId, month);
  const banner = await bannerOf(context, purpose ?? '');
  if (format === TableFormat.page) return tablePage({ ...sheet, of: month, banner, rows: [sheet.rows] });
  return { name: `${sheet.title}-${month}.xlsx`, contentType: contentTypes.xlsx, body: bookOf([sheet], banner) };
};
