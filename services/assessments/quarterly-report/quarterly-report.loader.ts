// Quarterly reports by id, the published one of a region and quarter, their texts as they stand, their figures, and their content hash.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { QuarterlyFigure } from './quarterly-figure.entity';
import { QuarterlyReport } from './quarterly-report.entity';
import { hashOfReport } from './quarterly-report.rules';
import { filledIn, type SectionName, sectionOrder, sectionTitles } from './quarterly-section.rules';
import { QuarterlySection, QuarterlyText } from './quarterly-text.entity';

export const quarterlyReportById = defineLoader<QuarterlyReport | null>(
  'quarterly report by id',
  () => null,
  async ({ select }, ids) => mapBy(await select(QuarterlyReport, 'where t.id = any ($1)', [ids]), ({ id }) => id),
);

/** `2018Q1 <region id>`: the last one approved. */
export const approvedReport = defineLoader<QuarterlyReport | null, `${string} ${string}`>(
  'approved quarterly report',
  () => null,
  async ({ select }, keys) => {
    const asked = keys.map((key) => key.split(' ') as [string, string]);
    const found = await select(
      QuarterlyReport,
      `where t.outcome = 'approved' and (t.quarter, t.region_id) in (select * from unnest($1::text[], $2::uuid[])) order by t.version`,
      [asked.map(([quarter]) => quarter), asked.map(([, id]) => id)],
    );
    return mapBy(found, ({ quarter, regionId }) => `${quarter} ${regionId}`);
  },
);

export const figuresOfReport = defineLoader<QuarterlyFigure[]>(
  'figures of quarterly report',
  () => [],
  async (rows, ids) => groupBy(await figuresOf(rows, ids), ({ reportId }) => reportId),
);

export const figuresOf = ({ select }: Rows, ids: readonly string[]): Promise<QuarterlyFigure[]> =>
  select(QuarterlyFigure, 'where t.report_id = any ($1) order by t.place', [ids]);

/** Every text that was written, the last of each section at the end. */
export const textsOf = ({ select }: Rows, ids: readonly string[]): Promise<QuarterlyText[]> =>
  select(QuarterlyText, 'where t.report_id = any ($1) order by t.written_at, t.id', [ids]);

export function lastTexts(texts: readonly QuarterlyText[]): Map<SectionName, QuarterlyText> {
  return new Map(texts.map((text) => [text.section, text]));
}

export const sectionsOfReport = defineLoader<QuarterlySection[]>(
  'sections of quarterly report',
  () => [],
  async (rows, ids) => {
    const [texts, figures] = await Promise.all([
      textsOf(rows, ids),
      rows.select(QuarterlyFigure, 'where t.report_id = any ($1) and t.subject is null', [ids]),
    ]);
    const written = groupBy(texts, ({ reportId }) => reportId);
    const told = groupBy(figures, ({ reportId }) => reportId);
    return new Map(ids.map((id) => [id, sections(written.get(id) ?? [], told.get(id) ?? [])]));
  },
);

function sections(texts: readonly QuarterlyText[], figures: readonly QuarterlyFigure[]): QuarterlySection[] {
  const last = lastTexts(texts);
  const values = new Map(figures.map(({ code, value }) => [code, value]));
  return sectionOrder.flatMap((name) => {
    const text = last.get(name);
    if (!text) return [];
    const { zh, en } = sectionTitles[name];
    return Object.assign(new QuarterlySection(), {
      id: text.id,
      name,
      title: `${zh} · ${en}`,
      text: text.text,
      filledIn: filledIn(text.text, values),
      editedAt: text.writtenAt,
      editedBy: text.writtenBy,
      reportId: text.reportId,
    });
  });
}

/** Of a draft as it stands now; of an approved report what was frozen. */
export async function contentHashOf(context: Context, report: QuarterlyReport): Promise<string> {
  if (report.frozenHash) return report.frozenHash;
  const [told, figures] = await Promise.all([
    sectionsOfReport.load(context, report.id),
    figuresOfReport.load(context, report.id),
  ]);
  return hashOfReport(report, new Map(told.map(({ name, text }) => [name, text])), figures);
}
