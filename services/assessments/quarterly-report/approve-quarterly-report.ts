// Approves a quarterly report (批准): by a second person, for the content that was read; it is numbered and frozen in the same transaction.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { nextNumber } from '../inspection/next-number';
import { refusals } from '../refusals';
import { QuarterlyOutcome, QuarterlyReport } from './quarterly-report.entity';
import { figuresOf, lastTexts, textsOf } from './quarterly-report.loader';
import { checkApproval, checkIsDraft, hashOfReport } from './quarterly-report.rules';

export async function approveQuarterlyReport(
  { caller, inScope }: Context,
  id: string,
  contentHash: string,
): Promise<QuarterlyReport> {
  checkId(id, '季度报告 quarterly report');
  const { personId, principalId, standsFor } = caller;
  try {
    return await inScope.write({ action: 'approveQuarterlyReport', target: id }, async (rows) => {
      // Held until the end, so that no text is written between the reading and the freezing.
      await rows.query('select 1 as held from assessments.quarterly_report where id = $1 for update', [id]);
      const report = await rows.manager.findOneBy(QuarterlyReport, { id });
      if (!report || personId === null) throw commonRefusals.notFound({ what: '季度报告 quarterly report' });
      checkIsDraft(report);
      const texts = await textsOf(rows, [id]);
      checkApproval(
        { personId, principalId, standsFor },
        texts.map(({ writtenBy, writtenFor }) => ({ personId: writtenBy, principalId: writtenFor })),
      );
      const last = new Map([...lastTexts(texts)].map(([section, { text }]) => [section, text]));
      const frozenHash = hashOfReport(report, last, await figuresOf(rows, [id]));
      if (frozenHash !== contentHash) throw refusals.quarterlyReportChanged();
      const approvedAt = await rows.now();
      const number = await nextNumber(rows, `${report.regionName}脱贫攻坚季报`, approvedAt);
      const decision = { outcome: QuarterlyOutcome.approved, approvedBy: personId, approvedAt, number, frozenHash };
      await rows.manager.update(QuarterlyReport, { id }, decision);
      return Object.assign(report, decision);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'quarterly_report_four_eyes') throw refusals.samePerson();
    if (constraint === 'assessments_quarterly_report_decided_once') throw refusals.quarterlyReportDecided();
    throw error;
  }
}
