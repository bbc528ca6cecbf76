// What a reform of bureaus (机构改革) comes to: worked out before anybody approves it, and carried out as it was approved.
import { StepMisfit } from '../region-change/region-step.rules';
import { UnitDraft } from './unit-draft.rules';
import type { StandingUnit, UnitPlan, UnitStep } from './unit-step.rules';

/** `newId` makes the ids of what is founded. */
export function planUnitChange(
  units: readonly StandingUnit[],
  steps: readonly UnitStep[],
  effectiveOn: string,
  newId: () => string,
): UnitPlan {
  let at = 0;
  const draft = new UnitDraft(units, effectiveOn, (zh, en) => {
    throw new StepMisfit(at, zh, en);
  });
  for (const step of steps) {
    at += 1;
    if (step.verb === 'found') draft.found(step, newId());
    else draft[step.verb](step);
  }
  draft.checkWhole();
  const { founded, renamed, merged, touched } = draft;
  return { effectiveOn, founded, renamed, merged, touched };
}
