// What was begun for a household and is not done (未办结事项), in one statement.

/** $1 households. */
export const mattersBegun = `
select x.subject_id as "householdId", 'exemption-asked' as kind, x.line || ' ' || x.window_from as title, x.id as "subjectId", x.window_until - 1 as "dueOn"
from households.obligation_exemption x where x.subject_id = any($1::uuid[]) and x.outcome is null
union all
select m.household_id, 'measure-open', m.content, m.id, m.due_on
from households.help_measure m join households.help_plan p on p.id = m.plan_id
where m.household_id = any($1::uuid[]) and p.outcome = 'approved' and not exists (select 1 from households.measure_result r where r.measure_id = m.id)
union all
select p.household_id, 'plan-open', p.year || ' ' || p.goal, p.id, null
from households.help_plan p where p.household_id = any($1::uuid[]) and (p.outcome is null or (p.outcome = 'returned' and not exists (
  select 1 from households.help_plan n where n.household_id = p.household_id and n.year = p.year and n.outcome is distinct from 'returned')))
order by 1, 5, 4`;
