// Lists the measures of a year with their plans (帮扶措施清单), household by household in the order of places.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listedRange } from '../region-summary/region-range.query';
import { HelpMeasure } from './help-measure.entity';
import type { HelpPlanOutcome } from './help-plan.entity';

export interface PlannedMeasure extends HelpMeasure {
  regionId: string;
  path: string;
  year: number;
  goal: string;
  draftedBy: string;
  outcome: HelpPlanOutcome | null;
  ordinal: number;
}

/** $1 and $2 the range, $3 the year, $4 to $6 the last row seen, $7 rows. */
const MEASURES = `select m.id, m.plan_id as "planId", m.household_id as "householdId", m.region_id as "regionId", m.path, p.year, p.goal,
    p.drafted_by as "draftedBy", p.outcome, m.ordinal, m.cause, m.kind, m.content, m.due_on as "dueOn",
    r.carried_on as "carriedOn", r.effect, r.signed_by as "signedBy", r.carried_by as "carriedBy"
  from households.help_measure m join households.help_plan p on p.id = m.plan_id left join households.measure_result r on r.measure_id = m.id
  where m.path >= $1 collate "C" and m.path < $2 collate "C" and p.year = $3
    and ($4::text is null or (m.path, m.household_id, m.id) > ($4 collate "C", $5::uuid, $6::uuid))
  order by m.path, m.household_id, m.id limit $7`;

export async function listMeasures(
  context: Context,
  regionId: string | null,
  year: number,
  args: PageArgs,
): Promise<Page<PlannedMeasure>> {
  const size = pageSize(args.first);
  const [path = null, household = null, id = null] = keysOf(args.after, 3) ?? [];
  if (path !== null && !(isId(household ?? '') && isId(id ?? ''))) throw foreignCursor();
  const range = await listedRange(context, regionId);
  if (!range) return pageOf<PlannedMeasure>([], size);
  const asked = [range.lo, range.hi, year, path, household, id, size + 1];
  return pageOf(
    await context.inScope.read(({ query }) => query(MEASURES, asked, HelpMeasure as new () => PlannedMeasure)),
    size,
  );
}
