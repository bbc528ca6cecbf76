// Adopts a verified bright point in another region (采纳亮点), and follows it up there (跟踪): from one point to all (由点扩面).
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Adoption, type AdoptionState, FollowUp } from './adoption.entity';
import { publishedPointById } from './bright-point.loader';
import { checkAdoption } from './bright-point.rules';

export interface AdoptionPlan {
  pointId: string;
  regionId: string;
  adoptedOn: string;
  plan: string;
}

export async function adoptBrightPoint(context: Context, given: AdoptionPlan): Promise<Adoption> {
  const { pointId, regionId, adoptedOn, plan } = given;
  const { caller, inScope } = context;
  checkId(pointId, '亮点 bright point');
  checkText('plan', plan);
  const point = await publishedPointById.load(context, pointId);
  if (!point?.verifiedAt) throw commonRefusals.notFound({ what: '亮点 bright point' });
  const path = await inScope.pathWithin(regionId);
  if (!path) throw commonRefusals.notFound({ what: '地区 region' });
  checkAdoption({ regionId: point.regionId, verifiedOn: beijingDay(point.verifiedAt) }, regionId, adoptedOn);
  const id = newId();
  try {
    return await inScope.write({ action: 'adoptBrightPoint', target: pointId, facts: { regionId } }, async (rows) => {
      const now = await rows.now();
      if (adoptedOn > beijingDay(now)) throw invalidInput('adoptedOn', '不得晚于今日', 'no later than today');
      const adoption = { id, pointId, pointRegionId: point.regionId, regionId, path, adoptedOn, plan, recordedAt: now };
      const row = Object.assign(new Adoption(), { ...adoption, adoptedBy: caller.personId });
      await rows.manager.insert(Adoption, row);
      return row;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'bright_point_adopted_once') throw refusals.brightPointAdopted();
    throw error;
  }
}

export async function followUpBrightPoint(
  { caller, inScope }: Context,
  { adoptionId, state, note }: { adoptionId: string; state: AdoptionState; note: string },
): Promise<FollowUp> {
  const what = '推广 adoption';
  checkId(adoptionId, what);
  checkText('note', note);
  return inScope.write({ action: 'followUpBrightPoint', target: adoptionId, facts: { state } }, async (rows) => {
    const adoption = await rows.manager.findOneBy(Adoption, { id: adoptionId });
    if (!adoption) throw commonRefusals.notFound({ what });
    const { regionId, path } = adoption;
    const seen = { id: newId(), adoptionId, regionId, path, state, note, recordedAt: await rows.now() };
    const row = Object.assign(new FollowUp(), { ...seen, recordedBy: caller.personId });
    await rows.manager.insert(FollowUp, row);
    return row;
  });
}

function checkText(field: string, text: string): void {
  if (!text.trim() || text.length > 2000) throw invalidInput(field, '须为 1 至 2000 字', 'has 1 to 2000 characters');
  refusePersonalNumbers(field, text);
}
