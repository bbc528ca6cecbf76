// Closes a finding (销号), by a second person beside the one who re-checked it.
import type { Context } from '#platform/graph/context';
import type { Finding } from './finding.entity';
import { checkClosing, checkMove } from './finding.rules';
import { moveFinding } from './move-finding';

export function closeFinding(context: Context, id: string, remark: string | null): Promise<Finding> {
  return moveFinding(context, 'closeFinding', id, (finding, { now, officer }) => {
    checkMove(finding, 'closed');
    checkClosing(finding, officer);
    return { to: 'closed', change: { closedBy: officer.personId, closedUnit: officer.unitId, closedAt: now }, remark };
  });
}
