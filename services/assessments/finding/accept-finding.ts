// The lead unit accepts a finding (签收).
import type { Context } from '#platform/graph/context';
import type { Finding } from './finding.entity';
import { checkLeadUnit, checkReady } from './finding.rules';
import { moveFinding } from './move-finding';

export function acceptFinding(context: Context, id: string): Promise<Finding> {
  return moveFinding(context, 'acceptFinding', id, (finding, { now, officer }) => {
    checkLeadUnit(finding, officer);
    checkReady(finding, 'accepted');
    return { to: 'accepted', change: { acceptedAt: now } };
  });
}
