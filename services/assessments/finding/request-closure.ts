// The lead unit says what was done and asks for the close-out (申请销号).
import type { Context } from '#platform/graph/context';
import { ownEvidence } from '#platform/graph/files/attach-evidence';
import type { Finding } from './finding.entity';
import { checkLeadUnit, checkReady, checkWords } from './finding.rules';
import { moveFinding } from './move-finding';

export async function requestClosure(
  context: Context,
  id: string,
  result: string,
  evidenceIds: string[] | null,
): Promise<Finding> {
  checkWords('result', result);
  const evidence = await ownEvidence(context, 'assessments', evidenceIds);
  return moveFinding(context, 'requestClosure', id, (finding, { now, officer }) => {
    checkLeadUnit(finding, officer);
    checkReady(finding, 'closure-requested');
    const change = { result, requestedBy: officer.personId, requestedAt: now };
    return { to: 'closure-requested', change, remark: result, evidence };
  });
}
