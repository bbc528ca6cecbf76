// Drafts a quarterly report (拟稿): the figures asked of the graph first, then the report, its texts and its figures in one transaction.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { askQuarterlyFigures } from './ask-quarterly-figures';
import { quarterInWords, quarterVariables } from './quarter-words.rules';
import { QuarterlyFigure } from './quarterly-figure.entity';
import { quarterlyPlaces } from './quarterly-places';
import { QuarterlyReport } from './quarterly-report.entity';
import { draftedText, sectionOrder } from './quarterly-section.rules';
import { QuarterlyText } from './quarterly-text.entity';

export async function draftQuarterlyReport(
  context: Context,
  regionId: string,
  quarter: string,
): Promise<QuarterlyReport> {
  const { caller, inScope } = context;
  checkId(regionId, '地区 region');
  const { from, months } = parseQuarter(quarter);
  const path = await inScope.pathWithin(regionId);
  const { personId, principalId } = caller;
  if (path === null || personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const asOf = await clock(context);
  if (new Date(`${from}T00:00:00+08:00`) > asOf) throw refusals.quarterNotBegun({ quarter });
  // Seats and members as they stood in the last month of the quarter.
  const places = await quarterlyPlaces(context, regionId, `${months[2]}-28`);
  const told = await askQuarterlyFigures(context, places, quarterVariables(quarter));
  try {
    return await inScope.write(
      { action: 'draftQuarterlyReport', target: regionId, facts: { quarter, figures: told.length } },
      async (rows) => {
        const now = await rows.now();
        const [last] = await rows.query<{ version: number }>(
          'select coalesce(max(version), 0)::int as version from assessments.quarterly_report where region_id = $1 and quarter = $2',
          [regionId, quarter],
        );
        const report = Object.assign(new QuarterlyReport(), {
          id: newId(),
          regionId,
          path,
          regionName: places.own.name,
          quarter,
          version: (last?.version ?? 0) + 1,
          title: `${places.own.name}${quarterInWords(quarter)}脱贫攻坚工作情况报告`,
          asOf,
          draftedBy: personId,
          draftedAt: now,
          outcome: null,
          approvedBy: null,
          approvedAt: null,
          number: null,
          frozenHash: null,
          withdrawnBy: null,
          withdrawnAt: null,
          reason: null,
        });
        await rows.manager.insert(QuarterlyReport, report);
        const of = { reportId: report.id, regionId, path };
        await rows.manager.insert(
          QuarterlyText,
          sectionOrder.map((section) => ({
            id: newId(),
            ...of,
            section,
            text: draftedText(section),
            writtenBy: personId,
            writtenFor: principalId,
            writtenAt: now,
          })),
        );
        // Columns of jsonb are typed as what they may hold, which a plain object is.
        const figures = told.map((figure, place) => ({ id: newId(), ...of, ...figure, place: place + 1, asOf }));
        await rows.manager.insert(QuarterlyFigure, figures as never[]);
        return report;
      },
    );
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'quarterly_report_one_draft' || constraint === 'quarterly_report_version')
      throw refusals.quarterlyReportDrafted({ quarter });
    throw error;
  }
}

/** Taken before the first question: whatever is counted later is at least as new. */
async function clock({ inScope }: Context): Promise<Date> {
  const [row] = await inScope.read((rows) => rows.query<{ now: string }>('select now()::text as now'));
  if (!row) throw new Error('the clock was not told');
  return new Date(row.now.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
