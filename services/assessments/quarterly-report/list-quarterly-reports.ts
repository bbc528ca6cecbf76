// Lists quarterly reports in the caller's range, newest first, and the figures of one section in the order of the report.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { ConnectionArgs } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { QuarterlyFigure } from './quarterly-figure.entity';
import { QuarterlyReport } from './quarterly-report.entity';
import type { QuarterlyReportsArgs } from './quarterly-report.input';
import type { SectionName } from './quarterly-section.rules';

export async function listQuarterlyReports(
  { inScope }: Context,
  { first, after, quarter, regionId, outcome, awaiting }: QuarterlyReportsArgs,
): Promise<Page<QuarterlyReport>> {
  const size = pageSize(first);
  const [id = null] = keysOf(after, 1) ?? [];
  if ((id !== null && !isId(id)) || (regionId && !isId(regionId))) return pageOf<QuarterlyReport>([], size);
  const { lo, hi } = await inScope.range();
  const tail = `where t.path >= $1 and t.path < $2 and ($3::text is null or t.quarter = $3) and ($4::uuid is null or t.region_id = $4)
    and ($5::text is null or t.outcome = $5) and ($6::boolean is null or (t.outcome is null) = $6)
    and ($7::uuid is null or t.id < $7) order by t.id desc limit $8`;
  const parameters = [lo, hi, quarter ?? null, regionId ?? null, outcome ?? null, awaiting ?? null, id, size + 1];
  return pageOf(await inScope.read(({ select }) => select(QuarterlyReport, tail, parameters)), size);
}

export async function listQuarterlyFigures(
  { inScope }: Context,
  reportId: string,
  section: SectionName,
  { first, after }: ConnectionArgs,
): Promise<Page<QuarterlyFigure>> {
  const size = pageSize(first);
  const [place = '0'] = keysOf(after, 1) ?? [];
  if (!/^\d{1,6}$/.test(place)) return pageOf<QuarterlyFigure>([], size);
  const tail = 'where t.report_id = $1 and t.section = $2 and t.place > $3 order by t.place limit $4';
  const parameters = [reportId, section, Number(place), size + 1];
  return pageOf(await inScope.read(({ select }) => select(QuarterlyFigure, tail, parameters)), size);
}
