// Assigns a finding (交办) to its lead unit with a due day.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { type AdoptedFindingPack, findFindingPack } from './find-finding-pack';
import type { Finding } from './finding.entity';
import type { AssignFindingInput } from './finding.input';
import { findingById } from './finding.loader';
import { checkDueDay, checkMove } from './finding.rules';
import { dueOn as dueOnBy } from './finding-pack.rules';
import { type Moment, type Move, moveFinding } from './move-finding';

const UNIT = 'query($id: ID!) { unit(id: $id) { id } }';

export async function assignFinding(context: Context, input: AssignFindingInput): Promise<Finding> {
  const { leadUnitId } = input;
  const { unit } = isId(leadUnitId)
    ? await context.ask<{ unit: { id: string } | null }>('organisation', UNIT, { id: leadUnitId })
    : { unit: null };
  if (!unit) throw commonRefusals.notFound({ what: '单位 unit' });
  const adopted = await packOfFinding(context, input.id);
  return moveFinding(context, 'assignFinding', input.id, (finding, moment) => {
    // A closed one comes back by its own door, which says why.
    if (finding.state !== 'found') throw refusals.findingStateForbids({ state: finding.state, to: 'assigned' });
    return assignment(adopted, finding, moment, { ...input, leadUnitId: unit.id });
  });
}

/** Of a finding that is hidden or absent there is none to be found. */
export async function packOfFinding(context: Context, id: string): Promise<AdoptedFindingPack> {
  const finding = isId(id) ? await findingById.load(context, id) : null;
  if (!finding) throw commonRefusals.notFound({ what: '问题 finding' });
  return findFindingPack(context, finding.path);
}

/** The first assignment and each later one: to whom, and by when. */
export function assignment(
  { pack }: AdoptedFindingPack,
  finding: Finding,
  { now, today, officer }: Moment,
  given: { leadUnitId: string; dueOn?: string | null; remark?: string | null },
): Move {
  checkMove(finding, 'assigned');
  const dueOn = given.dueOn ?? dueOnBy(pack, finding.category, today);
  checkDueDay(dueOn, today);
  return {
    to: 'assigned',
    change: { leadUnit: given.leadUnitId, dueOn, assignedBy: officer.personId, assignedAt: now },
    remark: given.remark ?? null,
  };
}
