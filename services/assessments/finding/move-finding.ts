// Takes a finding (问题) one step on: under a lock, by the table of states, with a step written that never changes.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, type OwnEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Finding } from './finding.entity';
import { type Officer, type State } from './finding.rules';
import { FindingStep } from './finding-step.entity';

export interface Move {
  to: State;
  change: Partial<Finding>;
  remark?: string | null;
  documentNumber?: string | null;
  evidence?: readonly OwnEvidence[];
}

export interface Moment {
  now: Date;
  today: string;
  officer: Officer & { personId: string };
}

export async function moveFinding(
  { caller, inScope }: Context,
  action: string,
  id: string,
  decide: (finding: Finding, moment: Moment) => Move,
): Promise<Finding> {
  const notFound = () => commonRefusals.notFound({ what: '问题 finding' });
  if (!isId(id) || caller.personId === null) throw notFound();
  const officer = { personId: caller.personId, unitId: caller.unitId };
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const [finding] = await rows.select(Finding, 'where t.id = $1 for update', [id]);
      if (!finding) throw notFound();
      const now = await rows.now();
      const {
        to,
        change,
        remark = null,
        documentNumber = null,
        evidence = [],
      } = decide(finding, { now, today: beijingDay(now), officer });
      refusePersonalNumbers('remark', remark);
      const moved = { ...change, state: to };
      await rows.manager.update(Finding, { id }, moved);
      // Read back: what goes to a unit that has ended is its successor's.
      const [kept] = await rows.select(Finding, 'where t.id = $1', [id]);
      const after = kept ?? Object.assign(new Finding(), finding, moved);
      await rows.manager.insert(FindingStep, stepOf(finding, after, officer, { now, remark, documentNumber }));
      const { regionId, path, leadUnit, releasedAt } = after;
      const subject = { kind: 'rectification', id, regionId, path, unitId: leadUnit, releasedAt };
      await attachEvidence(rows, 'assessments', evidence, officer.personId, subject);
      return after;
    });
  } catch (error) {
    throw refusalOfConstraint(brokenConstraint(error)) ?? error;
  }
}

function stepOf(
  before: Finding,
  after: Finding,
  { personId, unitId }: Moment['officer'],
  { now, remark, documentNumber }: { now: Date; remark: string | null; documentNumber: string | null },
) {
  return {
    id: newId(),
    findingId: after.id,
    regionId: after.regionId,
    path: after.path,
    leadUnit: after.leadUnit,
    round: after.relapses + 1,
    fromState: before.state,
    toState: after.state,
    takenBy: personId,
    takenUnit: unitId,
    takenAt: now,
    dueOn: after.dueOn,
    remark,
    documentNumber,
  };
}

/** The rules said it before; the database says it again to whoever came around them. */
function refusalOfConstraint(constraint: string | null) {
  if (constraint === 'finding_four_eyes') return refusals.samePerson();
  return constraint === 'finding_recheck_other_unit' ? refusals.sameUnit() : null;
}
