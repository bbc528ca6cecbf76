// Lists the reports that are published (已公布的公开报告), for anybody, the latest year first.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { CharityReport } from './charity-report.entity';

/** The columns that are public, and no more. */
const PUBLIC = `select t.id, t.fund_id as "fundId", t.year, t.content, t.content_hash as "contentHash", t.region_id as "regionId", t.decided_at as "decidedAt", t.outcome
  from funds.charity_report t`;

const asReport = (row: object) =>
  Object.assign(new CharityReport(), { draftedBy: null, draftedAt: null, decidedBy: null }, row);

export async function listCharityReports({ inScope }: Context, args: PageArgs): Promise<Page<CharityReport>> {
  const size = pageSize(args.first);
  const [year = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && (!isId(id) || !/^\d{4}$/.test(year ?? ''))) throw foreignCursor();
  const tail = ` where t.outcome = 'published' and ($1::int is null or (t.year, t.id) < ($1::int, $2::uuid)) order by t.year desc, t.id desc limit $3`;
  const rows = await inScope.read((all) => all.query<object>(PUBLIC + tail, [year, id, size + 1]), 'public');
  return pageOf(rows.map(asReport), size);
}

export async function findPublishedReport({ inScope }: Context, id: string): Promise<CharityReport | null> {
  if (!isId(id)) return null;
  const rows = await inScope.read(
    (all) => all.query<object>(`${PUBLIC} where t.id = $1 and t.outcome = 'published'`, [id]),
    'public',
  );
  return rows[0] ? asReport(rows[0]) : null;
}
