// Asks for an exemption from a fund report (申请月报豁免) of the own region.
import type { Context } from '#platform/graph/context';
import { requestExemption, windowAsked } from '#platform/graph/exempt-obligation';
import type { ExemptionInput } from '#platform/graph/exemption';
import { fundReportRefusals } from './fund-report-refusals.rules';
import { ReportExemption } from './report-exemption.entity';

export async function exemptReport(context: Context<never>, input: ExemptionInput): Promise<ReportExemption> {
  const { regionId } = context.caller;
  const path = input.subjectId === regionId ? await context.inScope.pathWithin(input.subjectId) : null;
  if (regionId === null || path === null) throw fundReportRefusals.reportNotYours();
  const asked = { input, ...(await windowAsked(context, 'funds', input)) };
  return requestExemption(context, ReportExemption, 'requestReportExemption', asked, async () => ({ regionId, path }));
}
