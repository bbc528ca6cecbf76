// Help plans of households with their measures, newest first; measures in the order of the plan.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { HelpMeasure } from './help-measure.entity';
import { HelpPlan } from './help-plan.entity';

const MEASURES = `select m.id, m.plan_id as "planId", m.household_id as "householdId", m.cause, m.kind, m.content, m.due_on as "dueOn",
  r.carried_on as "carriedOn", r.effect, r.signed_by as "signedBy", r.carried_by as "carriedBy"
  from households.help_measure m left join households.measure_result r on r.measure_id = m.id`;

export const helpPlansOf = defineLoader<HelpPlan[]>(
  'help plans of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) order by t.year desc, t.drafted_at desc, t.id';
    return groupBy(await rows.select(HelpPlan, tail, [ids]), ({ householdId }) => householdId);
  },
);

export const helpPlanById = defineLoader<HelpPlan | null>(
  'help plan by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(HelpPlan, 'where t.id = any($1::uuid[])', [ids]), ({ id }) => id),
);

export const measuresOfPlan = defineLoader<HelpMeasure[]>(
  'measures of a help plan',
  () => [],
  async (rows, ids) => {
    const sql = `${MEASURES} where m.plan_id = any($1::uuid[]) order by m.plan_id, m.ordinal`;
    return groupBy(await rows.query(sql, [ids], HelpMeasure), ({ planId }) => planId);
  },
);

export const measureById = defineLoader<HelpMeasure | null>(
  'measure by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.query(`${MEASURES} where m.id = any($1::uuid[])`, [ids], HelpMeasure), ({ id }) => id),
);

export const evidenceOfMeasure = evidenceLoader('households', 'help-measure');
