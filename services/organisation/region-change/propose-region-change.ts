// Proposes a re-organisation (提出区划调整): the plan is worked out at once, and stands or falls with the tree that it was made for.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { contentHash } from '#platform/vocabulary/canonical';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { findRegionChange } from './find-region-change';
import type { RegionChange } from './region-change.entity';
import type { ProposeRegionChangeInput } from './region-change.input';
import { planRegionChange } from './region-change.rules';
import { type RegionPlan, StepMisfit, type TreeRegion } from './region-step.rules';

const TREE = `select id, code, name, kind, parent_id as "parentId", statistical_parent_id as "statisticalParentId", path,
  valid_from::text as "validFrom", valid_to::text as "validTo" from organisation.region order by path`;
const USED = 'select distinct path from organisation.region_former';

export async function proposeRegionChange(context: Context, input: ProposeRegionChangeInput): Promise<RegionChange> {
  const { caller, inScope } = context;
  const { title, effectiveOn, steps } = input;
  const own = caller.regionId && (await inScope.pathWithin(caller.regionId));
  if (!own) throw commonRefusals.notFound({ what: '地区 region' });
  // What one does not manage, one does not re-organise; where it goes to is the document's business, and the second person's.
  for (const { region } of steps)
    if (region && isId(region) && (await inScope.pathWithin(region)) === null)
      throw commonRefusals.notFound({ what: '地区 region' });
  const id = newId();
  return inScope.write({ action: 'proposeRegionChange', target: id, facts: { title, effectiveOn } }, async (rows) => {
    const [tree, used, [present]] = await Promise.all([
      rows.query<TreeRegion>(TREE),
      rows.query<{ path: string }>(USED),
      rows.query<{ epoch: number }>('select epoch from organisation.region_tree'),
    ]);
    const plan = planOf(() =>
      planRegionChange(
        tree,
        used.map(({ path }) => path),
        steps,
        effectiveOn,
        newId,
      ),
    );
    await rows.query(
      `insert into organisation.region_change (id, title, region_id, path, effective_on, base_epoch, steps, plan, plan_hash, proposed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, title, caller.regionId, own, effectiveOn, present?.epoch],
        ...[JSON.stringify(steps), JSON.stringify(plan), contentHash(plan), caller.personId],
      ],
    );
    return findRegionChange(rows, id);
  });
}

function planOf(make: () => RegionPlan): RegionPlan {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof StepMisfit)) throw error;
    const { step, zh, en } = error;
    throw refusals.regionChangeMisfit({ field: 'steps', step, zh, en });
  }
}
