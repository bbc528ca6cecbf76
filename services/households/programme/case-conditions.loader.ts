// The conditions of a case as they hold now: over the register, over the person, and over what the case tells.
import type { Context } from '#platform/graph/context';
import type { FactsHeld } from '../eligibility/condition.rules';
import { heldHousehold } from '../eligibility/held-household.loader';
import type { HouseholdHeld } from '../eligibility/smallest-change.rules';
import { type WeighedCondition, weighConditions } from './case-step.rules';
import type { ProgrammeCase } from './programme-case.entity';
import { caseGoesBy } from './programme-pack-on.loader';

export async function conditionsOfCase(context: Context, row: ProgrammeCase): Promise<WeighedCondition[]> {
  const held = await heldHousehold.load(context, row.householdId);
  return weighConditions(
    await caseGoesBy(context, row),
    row.memberId !== null,
    factsOfCase(held, row.memberId, row.facts),
  );
}

/** The later says it more closely: the household, then the person, then what the case tells. */
export function factsOfCase(
  held: HouseholdHeld | null | undefined,
  memberId: string | null,
  told: FactsHeld,
): FactsHeld {
  const member = held?.members.find((each) => each.memberId === memberId);
  return { ...held?.facts, ...member?.facts, ...told };
}
