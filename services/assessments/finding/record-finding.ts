// Records a finding (登记问题): under an inspection it stays hidden with it, by hand it is known at once.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Inspection } from '../inspection/inspection.entity';
import { findFindingPack } from './find-finding-pack';
import { Finding, FindingSource } from './finding.entity';
import type { RecordFindingInput } from './finding.input';
import { numberOf, unassigned } from './finding.rules';
import { weightOf } from './finding-pack.rules';

export async function recordFinding(context: Context, input: RecordFindingInput): Promise<Finding> {
  const { caller, inScope } = context;
  const { regionId, category, content, foundOn } = input;
  const inspectionId = input.inspectionId ?? null;
  const notFound = (what: string) => commonRefusals.notFound({ what });
  refusePersonalNumbers('content', content);
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  if (path === null || caller.personId === null) throw notFound('地区 region');
  if (inspectionId !== null && !isId(inspectionId)) throw notFound('督查 inspection');
  const foundBy = caller.personId;
  const { pack, hash } = await findFindingPack(context, path);
  const evidence = await ownEvidence(context, 'assessments', input.evidenceIds);
  return inScope.write(
    { action: 'recordFinding', target: null },
    async (rows) => {
      const now = await rows.now();
      const today = beijingDay(now);
      if (foundOn > today) throw invalidInput('foundOn', '发现日期不能晚于今天', 'it was not found after today');
      let releasedAt: Date | null = now;
      if (inspectionId !== null) {
        // In the issuer's scope: of somebody else's inspection the answer is that there is none.
        const inspection = await rows.manager.findOneBy(Inspection, { id: inspectionId });
        if (!inspection || !path.startsWith(inspection.path)) throw notFound('督查 inspection');
        releasedAt = inspection.releasedAt === null ? null : now;
      }
      const id = newId();
      const finding = {
        id,
        number: numberOf(id),
        source: inspectionId === null ? FindingSource.manual : FindingSource.inspection,
        inspectionId,
        regionId,
        path,
        category,
        content,
        foundOn,
        foundBy,
        foundUnit: caller.unitId,
        recordedAt: now,
        releasedAt,
        packName: pack.name,
        packHash: hash,
        weight: weightOf(pack, category, 0),
        relapses: 0,
        state: 'found' as const,
      };
      rows.deed.target = id;
      await rows.manager.insert(Finding, finding);
      const subject = { kind: 'finding', id, regionId, path, issuerId: foundBy, releasedAt };
      await attachEvidence(rows, 'assessments', evidence, foundBy, subject);
      return Object.assign(new Finding(), unassigned, { reportId: null, violationId: null }, finding);
    },
    inspectionId === null ? caller.scope : 'issuer',
  );
}
