// Founds the leading group (成立领导小组) of one's own region by a document; a region has one at a time.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Region } from '../region/region.entity';
import { Unit } from '../unit/unit.entity';
import { LeadingGroup } from './leading-group.entity';
import type { FoundLeadingGroupArgs } from './leading-group.input';

export async function foundLeadingGroup(
  { caller, inScope }: Context<never>,
  args: FoundLeadingGroupArgs,
): Promise<LeadingGroup> {
  const { regionId, officeUnitId, name, documentNumber, foundedOn } = args;
  if (!isId(regionId) || (await inScope.pathWithin(regionId)) === null)
    throw commonRefusals.notFound({ what: '地区 region' });
  if (regionId !== caller.regionId) throw refusals.groupNotYours();
  const id = newId();
  return inScope
    .write({ action: 'foundLeadingGroup', target: id, facts: { regionId, documentNumber } }, async (rows) => {
      const region = await rows.manager.findOneByOrFail(Region, { id: regionId });
      const unit = isId(officeUnitId) && (await rows.manager.findOneBy(Unit, { id: officeUnitId }));
      if (!unit) throw commonRefusals.notFound({ what: '单位 unit' });
      const { path } = region;
      const founded = { id, regionId, path, name, documentNumber, officeUnitId, foundedOn, endedOn: null };
      await rows.manager.insert(LeadingGroup, { ...founded, foundedBy: caller.personId });
      return rows.manager.findOneByOrFail(LeadingGroup, { id });
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'leading_group_one_a_region') throw refusals.groupStands();
      throw error;
    });
}
