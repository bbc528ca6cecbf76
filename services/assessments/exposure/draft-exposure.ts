// Drafts an exposure (起草曝光) of a finding that was assigned to a unit; a preview may be asked for before and after.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findingById } from '../finding/finding.loader';
import { Exposure } from './exposure.entity';
import type { DraftExposureInput } from './exposure.input';

export async function draftExposure(context: Context, input: DraftExposureInput): Promise<Exposure> {
  const { caller, inScope } = context;
  const { findingId, clippingIds, medium, exposedOn, title, text } = input;
  const finding = isId(findingId) ? await findingById.load(context, findingId) : null;
  if (!finding?.leadUnit || caller.personId === null) throw commonRefusals.notFound({ what: '问题 finding' });
  const clippings = await ownEvidence(context, 'assessments', clippingIds);
  const { regionId, path, leadUnit } = finding;
  const draftedBy = caller.personId;
  return inScope.write({ action: 'draftExposure', target: null }, async (rows) => {
    const id = newId();
    const exposure = {
      id,
      findingId: finding.id,
      regionId,
      path,
      unitId: leadUnit,
      quarter: quarterOf(exposedOn),
      medium,
      exposedOn,
      title,
      text,
      link: input.link ?? null,
      draftedBy,
      draftedAt: await rows.now(),
    };
    rows.deed.target = id;
    await rows.manager.insert(Exposure, exposure);
    const subject = {
      kind: 'exposure',
      id,
      regionId,
      path,
      unitId: leadUnit,
      issuerId: draftedBy,
      releasedAt: exposure.draftedAt,
    };
    await attachEvidence(rows, 'assessments', clippings, draftedBy, subject);
    return Object.assign(new Exposure(), notYet, exposure);
  });
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const notYet = {
  answer: null,
  answeredBy: null,
  answeredAt: null,
  publishedBy: null,
  publishedAt: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawalReason: null,
};
