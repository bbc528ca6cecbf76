// Official tables and the auditor's extract as files (官方表、审计提取文件): made when fetched, under the rights and in the scope of that moment, watermarked.
import type { FileMaker, MadeFile } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { nameExporter } from '#platform/graph/files/name-exporter';
import { policyOfStyle, safeText } from '#platform/graph/files/printed-page';
import { writeBook } from '#platform/sheet/write-book';
import { addDays, dayAfterMonth } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { subtreeOf } from '#platform/vocabulary/region';
import { lotsOfRegionDay } from './clock/lots-on-day.loader';
import { EXTRACT_DOCUMENTS, EXTRACT_POSTINGS, EXTRACT_VOUCHERS } from './fund-table/audit-extract.query';
import { type FundTable, TableFormat, type TableSheet, tableOf, tableTitles } from './fund-table/fund-table.rules';
import { permissions } from './permissions';
import { regionNames } from './public-notice/region-names';
import { regionKey } from './region-day/region-ranges.query';
import type { FundsContext } from './tools';

export const bannerOf = async (context: FundsContext, purpose: string): Promise<string> => {
  const { person, at } = await nameExporter(context);
  return `${person} ${at} 导出 · 用途：${purpose}`;
};

export const bookOf = (sheets: readonly TableSheet[], banner: string) =>
  writeBook(
    sheets.map(({ title, columns, rows }) => ({
      ...{ name: title, banner, rows: () => [rows] },
      columns: columns.map((heading) => ({ title: heading, width: 18 })),
    })),
  );

const STYLE =
  'body{font:12pt 宋体,serif}h1{font-size:16pt;text-align:center}table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:2pt 4pt}.amount{text-align:right}p{color:#666;font-size:9pt}@page{size: A4 landscape;margin:15mm}thead{display:table-header-group}';
const AMOUNT = /^-?\d[\d.]*$/;
export const PAGE_POLICY = policyOfStyle(STYLE);

export function pageOf({ title, columns, rows }: TableSheet, month: string, banner: string): string {
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map((text) => `<${tag}${AMOUNT.test(text) ? ' class="amount"' : ''}>${safeText(text)}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('');
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><h1>${title}（${month}）</h1><table><thead><tr>${cells('th', columns)}</tr></thead><tbody>${body}</tbody></table><p>${safeText(banner)}</p></body></html>`;
}

export const fundTableFile: FileMaker = async (given, about): Promise<MadeFile> => {
  const context = given as unknown as FundsContext;
  const { table, format, regionId, month, purpose } = about as Record<string, string>;
  if (!permissions.ruleOf('Mutation', 'requestFundTable').admits(context.caller)) throw commonRefusals.forbidden();
  const last = addDays(dayAfterMonth(month ?? ''), -1);
  const found = await lotsOfRegionDay.load(context, regionKey(regionId ?? '', last, null));
  if (!found) throw commonRefusals.outOfScope();
  const names = await regionNames(
    context,
    found.lots.map((lot) => lot.regionId),
  );
  const sheet = tableOf(table as FundTable, found.lots, (id) => names.get(id) ?? '');
  const banner = await bannerOf(context, purpose ?? '');
  const name = `${tableTitles[table as FundTable]}-${month}`;
  if (format === TableFormat.page)
    return {
      ...{ name: `${name}.html`, contentType: 'text/html; charset=utf-8', inline: true, contentPolicy: PAGE_POLICY },
      body: Buffer.from(pageOf(sheet, month ?? '', banner)),
    };
  return { name: `${name}.xlsx`, contentType: contentTypes.xlsx, body: bookOf([sheet], banner) };
};

const extracts = [
  {
    title: '凭证与分录',
    sql: EXTRACT_POSTINGS,
    columns: ['凭证', '类别', '起息日', '记账时间', '依据', '原因', '冲销', '记账人', '批次', '科目', '金额（分）'],
  },
  {
    title: '发放单据',
    sql: EXTRACT_VOUCHERS,
    columns: ['编号', '文号', '状态', '金额（分）', '退回（分）', '申请人', '申请日', '审批人', '支付人', '支付日'],
  },
  {
    title: '佐证材料',
    sql: EXTRACT_DOCUMENTS,
    columns: ['对象类别', '对象', '文件名', '类型', '字节', 'SHA-256', '附上时间'],
  },
] as const;

/** Each sheet's hash is of its rows in canonical JSON, so that a copy that was changed can be told from what was taken out. */
export const auditExtractFile: FileMaker = async (given, about): Promise<MadeFile> => {
  const context = given as unknown as FundsContext;
  const { regionId, month, purpose } = about as Record<string, string>;
  if (!permissions.ruleOf('Mutation', 'requestAuditExtract').admits(context.caller)) throw commonRefusals.forbidden();
  const path = await context.inScope.pathWithin(regionId ?? '');
  if (path === null) throw commonRefusals.outOfScope();
  const { lo, hi } = subtreeOf(path);
  const sheets: TableSheet[] = await Promise.all(
    extracts.map(async ({ title, sql, columns }) => {
      const rows = await context.inScope.read(({ query }) => query<Record<string, string>>(sql, [lo, hi, month]));
      return { title, columns, rows: rows.map((row) => Object.values(row).map(String)) };
    }),
  );
  const manifest: TableSheet = {
    title: '清单',
    columns: ['表', '行数', 'SHA-256（各行的规范 JSON）'],
    rows: sheets.map(({ title, rows }) => [title, String(rows.length), contentHash(rows)]),
  };
  const banner = await bannerOf(context, purpose ?? '');
  return {
    ...{ name: `审计提取-${month}.xlsx`, contentType: contentTypes.xlsx },
    body: bookOf([manifest, ...sheets], banner),
  };
};
