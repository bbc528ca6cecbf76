// Records what a peer found (登记互查): an inspection of the checked under the checker's own name, released with the supervision.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Inspection, InspectionKind } from '../inspection/inspection.entity';
import { subjectById, supervisionById } from '../supervision/supervision.loader';
import { checkRecordable } from '../supervision/supervision.rules';
import type { SupervisionSubject } from '../supervision/supervision-subject.entity';
import { tourRefusals } from '../tour/tour-refusals.rules';
import type { PeerCheckInput } from './peer-check.input';
import { assignmentById } from './peer-check.loader';

export async function recordPeerCheck(context: Context, input: PeerCheckInput): Promise<Inspection> {
  const { caller, inScope } = context;
  const { assignmentId, visitedOn, findings } = input;
  const notFound = () => commonRefusals.notFound({ what: '本单位、本地区的互查分工 own assignment' });
  refusePersonalNumbers('findings', findings);
  const assignment = isId(assignmentId) ? await assignmentById.load(context, assignmentId) : null;
  const checker = assignment && (await subjectById.load(context, assignment.checkerId));
  const checked = assignment && (await subjectById.load(context, assignment.checkedId));
  const supervision = checked && (await supervisionById.load(context, checked.supervisionId));
  if (!checker || !checked || !supervision || caller.personId === null || !isMine(context, checker)) throw notFound();
  checkRecordable(supervision);
  const issuerId = caller.personId;
  try {
    return await inScope.write(
      { action: 'recordPeerCheck', target: assignmentId },
      async (rows) => {
        const recordedAt = await rows.now();
        if (visitedOn > beijingDay(recordedAt))
          throw invalidInput('visitedOn', '检查日期不能晚于今天', 'the day of the check is not after today');
        const { regionId, path, unitId, supervisionId } = checked;
        const inspection = Object.assign(new Inspection(), {
          ...{ id: newId(), issuerId, regionId, path, unitId, supervisionId, assignmentId, drawId: null },
          ...{ kind: InspectionKind.supervision, visitedOn, findings, recordedAt, releasedAt: null, number: null },
        });
        await rows.manager.insert(Inspection, inspection);
        return inspection;
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'inspection_of_assignment_once') throw tourRefusals.peerRecorded();
    throw error;
  }
}

/** Of a unit its liaison, of a region its own officer. */
function isMine({ caller }: Context, { unitId, regionId }: SupervisionSubject): boolean {
  return unitId !== null
    ? caller.scope === 'unit' && caller.unitId === unitId
    : caller.scope === 'region' && caller.regionId === regionId;
}
