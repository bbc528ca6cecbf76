// Proposes a reform of bureaus (提出机构改革): the plan is worked out at once, and stands or falls with the units that it was made for.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { contentHash } from '#platform/vocabulary/canonical';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { StepMisfit } from '../region-change/region-step.rules';
import { findUnitChange } from './find-unit-change';
import type { UnitChange } from './unit-change.entity';
import type { ProposeUnitChangeInput } from './unit-change.input';
import { planUnitChange } from './unit-change.rules';
import { unitChangeRefusals as refusals } from './unit-change-refusals.rules';
import type { StandingUnit, UnitPlan } from './unit-step.rules';

/** Units of the own region and below: what one does not manage, one does not reform. */
const UNITS = `select u.id, u.code, u.name, u.kind, u.named_on::text as "namedOn", u.ended_on::text as "endedOn",
    r.path >= $1 and r.path < $2 as own
  from organisation.unit u join organisation.region r on r.id = u.region_id`;

export async function proposeUnitChange(context: Context, input: ProposeUnitChangeInput): Promise<UnitChange> {
  const { caller, inScope } = context;
  const { title, effectiveOn, steps } = input;
  const own = caller.regionId && (await inScope.pathWithin(caller.regionId));
  if (!own) throw commonRefusals.notFound({ what: '地区 region' });
  for (const { region } of steps)
    if (region && (!isId(region) || (await inScope.pathWithin(region)) === null))
      throw commonRefusals.notFound({ what: '地区 region' });
  const { lo, hi } = await inScope.range();
  const id = newId();
  return inScope.write({ action: 'proposeUnitChange', target: id, facts: { title, effectiveOn } }, async (rows) => {
    const units = await rows.query<StandingUnit & { own: boolean }>(UNITS, [lo, hi]);
    const others = new Set(units.filter((unit) => !unit.own).map((unit) => unit.id));
    if (steps.some(({ unit, into }) => others.has(unit ?? '') || others.has(into ?? '')))
      throw commonRefusals.notFound({ what: '单位 unit' });
    const plan = planOf(() => planUnitChange(units, steps, effectiveOn, newId));
    await rows.query(
      `insert into organisation.unit_change (id, title, region_id, path, effective_on, steps, plan, plan_hash, proposed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, title, caller.regionId, own, effectiveOn],
        ...[JSON.stringify(steps), JSON.stringify(plan), contentHash(plan), caller.personId],
      ],
    );
    return findUnitChange(rows, id);
  });
}

function planOf(make: () => UnitPlan): UnitPlan {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof StepMisfit)) throw error;
    const { step, zh, en } = error;
    throw refusals.unitChangeMisfit({ field: 'steps', step, zh, en });
  }
}
