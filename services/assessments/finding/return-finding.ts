// Returns a finding that was not put right (退回), saying why.
import type { Context } from '#platform/graph/context';
import type { Finding } from './finding.entity';
import { checkMove, checkRecheck, checkWords } from './finding.rules';
import { moveFinding } from './move-finding';

export function returnFinding(context: Context, id: string, remark: string): Promise<Finding> {
  checkWords('remark', remark);
  return moveFinding(context, 'returnFinding', id, (finding, { officer }) => {
    checkMove(finding, 'returned');
    checkRecheck(finding, officer);
    return { to: 'returned', change: { recheckedBy: null, recheckedUnit: null, recheckedAt: null }, remark };
  });
}
