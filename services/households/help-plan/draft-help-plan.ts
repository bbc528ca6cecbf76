// Drafts a help plan (拟订帮扶计划) of a year for a household; the town reviews it.
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { getHousehold } from '../household/get-household';
import type { HouseholdsContext } from '../tools';
import type { HelpPlanInput } from './help-plan.input';
import { checkHelpPlan } from './help-plan.rules';
import { helpPlanRefusals as refusals } from './help-plan-refusals.rules';

export async function draftHelpPlan({ caller, inScope }: HouseholdsContext, input: HelpPlanInput): Promise<string> {
  const id = newId();
  const deed = { action: 'draftHelpPlan', target: id, facts: { householdId: input.householdId, year: input.year } };
  return inScope.write(deed, async (rows) => {
    const household = await getHousehold(rows, input.householdId);
    const { id: householdId, regionId, path, mainCause, otherCauses } = household;
    const today = beijingDay(await rows.now());
    const { goal, measures } = checkHelpPlan(input, { causes: [mainCause, ...otherCauses], today });
    await rows
      .query(
        `insert into households.help_plan (id, household_id, region_id, path, year, goal, drafted_by, drafted_at)
         values ($1, $2, $3, $4, $5, $6, $7, now())`,
        [id, householdId, regionId, path, input.year, goal, caller.personId],
      )
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'help_plan_one_a_year') throw refusals.helpPlanStands({ year: input.year });
        throw error;
      });
    for (const [at, { cause, kind, content, dueOn }] of measures.entries())
      await rows.query(
        `insert into households.help_measure (id, plan_id, household_id, region_id, path, ordinal, cause, kind, content, due_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [newId(), id, householdId, regionId, path, at + 1, cause, kind, content, dueOn],
      );
    return id;
  });
}
