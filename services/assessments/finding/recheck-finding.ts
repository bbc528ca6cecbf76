// Re-checks a finding on the spot (复核): never by who put it right, nor by that unit.
import type { Context } from '#platform/graph/context';
import type { Finding } from './finding.entity';
import { checkMove, checkRecheck, checkWords } from './finding.rules';
import { moveFinding } from './move-finding';

export function recheckFinding(context: Context, id: string, remark: string): Promise<Finding> {
  checkWords('remark', remark);
  return moveFinding(context, 'recheckFinding', id, (finding, { now, officer }) => {
    checkMove(finding, 'rechecked');
    checkRecheck(finding, officer);
    const change = { recheckedBy: officer.personId, recheckedUnit: officer.unitId, recheckedAt: now };
    return { to: 'rechecked', change, remark };
  });
}
