// Asks for an exemption of the own region (申请豁免), and decides on one of a region below.
import type { Context } from '#platform/graph/context';
import { decideExemption, requestExemption, windowAsked } from '#platform/graph/exempt-obligation';
import type { ExemptionInput, ExemptionOutcome } from '#platform/graph/exemption';
import { isOwedByPost } from '#platform/obligation/obligation-pack';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../region/region.entity';
import { dutyRefusals } from './duty-refusals.rules';
import { MeetingExemption } from './meeting-exemption.entity';

export async function exemptRegion(context: Context<never>, input: ExemptionInput): Promise<MeetingExemption> {
  const what = '地区 region';
  checkId(input.subjectId, what);
  const asked = { input, ...(await windowAsked(context, 'organisation', input, (line) => !isOwedByPost(line))) };
  return requestExemption(context, MeetingExemption, 'requestMeetingExemption', asked, async (rows) => {
    const region = await rows.manager.findOneBy(Region, { id: input.subjectId });
    if (!region) throw commonRefusals.notFound({ what });
    if (region.id !== context.caller.regionId) throw dutyRefusals.notYourRegion();
    return { regionId: region.id, path: region.path };
  });
}

/** The city has nobody above it here: the director decides on what its office asks for. */
export function decideRegionExemption(
  context: Context<never>,
  action: string,
  decided: { id: string; outcome: ExemptionOutcome; remark: string | null },
): Promise<MeetingExemption> {
  const { regionId, post } = context.caller;
  return decideExemption(context, MeetingExemption, action, decided, (exemption) => {
    if (exemption.regionId === regionId && post !== 'office-director') throw dutyRefusals.exemptionAbove();
  });
}
