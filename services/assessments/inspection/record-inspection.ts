// Records an inspection (登记督查) under the inspector's own name: it stays hidden from every other caller until he releases it.

import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { VisitSample } from '../secret-visit/visit-sample.entity';
import { Supervision } from '../supervision/supervision.entity';
import { checkRecordable } from '../supervision/supervision.rules';
import { SupervisionSubject } from '../supervision/supervision-subject.entity';
import { Inspection, InspectionKind } from './inspection.entity';
import type { RecordInspectionInput } from './inspection.input';

export async function recordInspection(context: Context, input: RecordInspectionInput): Promise<Inspection> {
  const { caller, inScope } = context;
  const { regionId, kind, visitedOn, findings } = input;
  const { supervisionId = null, unitId = null, drawId = null } = input;
  refusePersonalNumbers('findings', findings);
  if ((kind === InspectionKind.supervision) !== (supervisionId !== null) || (unitId !== null && supervisionId === null))
    throw invalidInput('supervisionId', '督导记录须写明所属督导', 'a record of a supervision names it, no other does');
  if (drawId !== null && (kind !== InspectionKind.secretVisit || !isId(drawId)))
    throw commonRefusals.notFound({ what: '暗访抽样 draw of secret visits' });
  const path = isId(regionId) ? await context.inScope.pathWithin(regionId) : null;
  if (path === null || caller.personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const issuerId = caller.personId;
  // No region in the facts: even the log tells no more than that an inspector wrote something down.
  return inScope.write(
    { action: 'recordInspection', target: null },
    async (rows) => {
      const now = await rows.now();
      if (visitedOn > beijingDay(now))
        throw invalidInput('visitedOn', '走访日期不能晚于今天', 'the day of the visit is not after today');
      if (supervisionId !== null) {
        const notFound = () => commonRefusals.notFound({ what: '督导 supervision' });
        if (!isId(supervisionId) || (unitId !== null && !isId(unitId))) throw notFound();
        const [supervision, subjects] = [
          await rows.manager.findOneBy(Supervision, { id: supervisionId }),
          await rows.manager.findBy(SupervisionSubject, { supervisionId }),
        ];
        if (!supervision) throw notFound();
        checkRecordable(supervision);
        if (!subjects.some((each) => each.regionId === regionId && each.unitId === unitId))
          throw commonRefusals.notFound({ what: '督导对象 subject of the supervision' });
      }
      if (drawId !== null && !(await rows.manager.findOneBy(VisitSample, { drawId, regionId })))
        throw commonRefusals.notFound({ what: '抽中的村 village of the sample' });
      const inspection = {
        id: newId(),
        issuerId,
        regionId,
        path,
        kind,
        visitedOn,
        findings,
        unitId,
        supervisionId,
        drawId,
        assignmentId: null,
        recordedAt: now,
        releasedAt: null,
        number: null,
      };
      rows.deed.target = inspection.id;
      await rows.manager.insert(Inspection, inspection);
      return Object.assign(new Inspection(), inspection);
    },
    'issuer',
  );
}
