// Reopens a closed finding that came back (反弹): to the same unit, with a new due day, and with the pack's weight for a relapse.
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { assignment, packOfFinding } from './assign-finding';
import type { Finding } from './finding.entity';
import { checkWords, emptyRound } from './finding.rules';
import { weightOf } from './finding-pack.rules';
import { moveFinding } from './move-finding';

export async function reopenFinding(
  context: Context,
  id: string,
  remark: string,
  dueOn: string | null,
): Promise<Finding> {
  checkWords('remark', remark);
  const adopted = await packOfFinding(context, id);
  return moveFinding(context, 'reopenFinding', id, (finding, moment) => {
    if (finding.state !== 'closed') throw refusals.findingStateForbids({ state: finding.state, to: 'assigned' });
    const again = assignment(adopted, finding, moment, { leadUnitId: finding.leadUnit as string, dueOn, remark });
    const relapses = finding.relapses + 1;
    const { pack, hash } = adopted;
    const weighed = { packName: pack.name, packHash: hash, weight: weightOf(pack, finding.category, relapses) };
    return { ...again, change: { ...again.change, ...emptyRound, ...weighed, relapses } };
  });
}
