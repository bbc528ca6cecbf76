// Asks for an exemption from a visit (申请走访豁免) of a household in scope.
import type { Context } from '#platform/graph/context';
import { requestExemption, windowAsked } from '#platform/graph/exempt-obligation';
import type { ExemptionInput } from '#platform/graph/exemption';
import { getHousehold } from '../household/get-household';
import { VisitExemption } from './visit-exemption.entity';

export async function exemptVisit(context: Context<never>, input: ExemptionInput): Promise<VisitExemption> {
  const asked = { input, ...(await windowAsked(context, 'households', input)) };
  return requestExemption(context, VisitExemption, 'requestVisitExemption', asked, (rows) =>
    getHousehold(rows, input.subjectId),
  );
}
