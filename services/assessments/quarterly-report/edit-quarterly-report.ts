// Edits the text of a section (修改正文) while the report is a draft: figures stay as they were asked, and are named in braces.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { QuarterlyFigure } from './quarterly-figure.entity';
import { QuarterlyReport } from './quarterly-report.entity';
import type { EditQuarterlyReportInput } from './quarterly-report.input';
import { checkIsDraft } from './quarterly-report.rules';
import { checkNames } from './quarterly-section.rules';
import { QuarterlyText } from './quarterly-text.entity';

export async function editQuarterlyReport(
  { caller, inScope }: Context,
  { id, section, text }: EditQuarterlyReportInput,
): Promise<QuarterlyReport> {
  checkId(id, '季度报告 quarterly report');
  refusePersonalNumbers('text', text);
  const { personId, principalId } = caller;
  try {
    return await inScope.write({ action: 'editQuarterlyReport', target: id, facts: { section } }, async (rows) => {
      const report = await rows.manager.findOneBy(QuarterlyReport, { id });
      if (!report || personId === null) throw commonRefusals.notFound({ what: '季度报告 quarterly report' });
      checkIsDraft(report);
      const figures = await rows.select(QuarterlyFigure, 'where t.report_id = $1 and t.subject is null', [id]);
      checkNames(text, new Set(figures.map(({ code }) => code)));
      await rows.manager.insert(QuarterlyText, {
        id: newId(),
        reportId: id,
        regionId: report.regionId,
        path: report.path,
        section,
        text,
        writtenBy: personId,
        writtenFor: principalId,
        writtenAt: await rows.now(),
      });
      return report;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'quarterly_report_text_of_draft') throw refusals.quarterlyReportDecided();
    throw error;
  }
}
