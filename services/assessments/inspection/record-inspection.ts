// Records an inspection (登记督查) under the inspector's own name: it stays hidden from every other caller until he releases it.

import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusePersonalNumbers } from '../personal-number.rules';
import { Inspection } from './inspection.entity';
import type { RecordInspectionInput } from './inspection.input';

export async function recordInspection(context: Context, input: RecordInspectionInput): Promise<Inspection> {
  const { caller, inScope } = context;
  const { regionId, kind, visitedOn, findings } = input;
  refusePersonalNumbers('findings', findings);
  const path = isId(regionId) ? await context.inScope.pathWithin(regionId) : null;
  if (path === null || caller.personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const issuerId = caller.personId;
  // No region in the facts: even the log tells no more than that an inspector wrote something down.
  return inScope.write(
    { action: 'recordInspection', target: null },
    async (rows) => {
      const now = await rows.now();
      if (visitedOn > new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10))
        throw invalidInput('visitedOn', '走访日期不能晚于今天', 'the day of the visit is not after today');
      const inspection = {
        id: newId(),
        issuerId,
        regionId,
        path,
        kind,
        visitedOn,
        findings,
        recordedAt: now,
        releasedAt: null,
      };
      rows.deed.target = inspection.id;
      await rows.manager.insert(Inspection, inspection);
      return Object.assign(new Inspection(), inspection);
    },
    'issuer',
  );
}
