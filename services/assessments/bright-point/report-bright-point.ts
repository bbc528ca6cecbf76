// Reports a bright point (上报亮点): a region's by its officials, a unit's by its liaison.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { BrightPoint } from './bright-point.entity';

export interface BrightPointText {
  title: string;
  content: string;
}

export async function reportBrightPoint(
  { caller, inScope }: Context,
  regionId: string | null,
  { title, content }: BrightPointText,
): Promise<BrightPoint> {
  if (!title.trim() || title.length > 100)
    throw invalidInput('title', '标题须为 1 至 100 字', 'a title has 1 to 100 characters');
  if (!content.trim() || content.length > 5000)
    throw invalidInput('content', '内容须为 1 至 5000 字', 'the content has 1 to 5000 characters');
  refusePersonalNumbers('title', title);
  refusePersonalNumbers('content', content);
  const { personId, unitId, scope } = caller;
  // A liaison speaks for the unit wherever it works; an official for a region in his range.
  const ofUnit = scope === 'unit' ? unitId : null;
  const region = ofUnit ? caller.regionId : (regionId ?? caller.regionId);
  const path = region && (await inScope.pathWithin(region));
  if (!region || !path || !personId) throw commonRefusals.notFound({ what: '地区 region' });
  const id = newId();
  return inScope.write({ action: 'reportBrightPoint', target: id, facts: { regionId: region } }, async (rows) => {
    const point: BrightPoint = Object.assign(new BrightPoint(), {
      id,
      regionId: region,
      path,
      unitId: ofUnit,
      title,
      content,
      reportedBy: personId,
      reportedAt: await rows.now(),
      verifiedBy: null,
      verifiedAt: null,
      outcome: null,
      remark: null,
    });
    await rows.manager.insert(BrightPoint, point);
    return point;
  });
}
