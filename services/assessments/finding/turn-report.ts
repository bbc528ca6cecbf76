// Turns a public report into a finding (举报转问题), in the words of who found it true: the report's own words stay with the report.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { TurnReportInput } from '../report/public-report.input';
import { findFindingPack } from './find-finding-pack';
import { Finding, FindingSource } from './finding.entity';
import { numberOf, unassigned } from './finding.rules';
import { weightOf } from './finding-pack.rules';

export async function turnReport(context: Context, input: TurnReportInput): Promise<Finding> {
  const { caller, inScope } = context;
  const { reportId, category, content, foundOn } = input;
  refusePersonalNumbers('content', content);
  const notFound = () => commonRefusals.notFound({ what: '举报 report' });
  const [report] = isId(reportId)
    ? await inScope.read(({ query }) =>
        query<{ regionId: string; path: string }>(
          'select region_id as "regionId", path from assessments.public_report where id = $1',
          [reportId],
        ),
      )
    : [];
  if (!report || caller.personId === null) throw notFound();
  const { pack, hash } = await findFindingPack(context, report.path);
  const foundBy = caller.personId;
  return inScope.write({ action: 'turnReportIntoFinding', target: reportId }, async (rows) => {
    const now = await rows.now();
    if (foundOn > beijingDay(now)) throw invalidInput('foundOn', '日期不能晚于今天', 'the day is not after today');
    const id = newId();
    const finding = {
      id,
      number: numberOf(id),
      source: FindingSource.publicReport,
      reportId,
      ...report,
      category,
      content,
      foundOn,
      foundBy,
      foundUnit: caller.unitId,
      recordedAt: now,
      releasedAt: now,
      packName: pack.name,
      packHash: hash,
      weight: weightOf(pack, category, 0),
      relapses: 0,
      state: 'found' as const,
    };
    await rows.manager.insert(Finding, finding);
    return Object.assign(new Finding(), unassigned, { inspectionId: null, violationId: null }, finding);
  });
}
