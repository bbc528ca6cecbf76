// What the calculator is given about people stationed in a range: who is bound and since when, the day that made it enough, what is exempt.
import { TODAY } from '#platform/database/today';

export const STATIONED = `select t.id, t.role, t.path, t.valid_from as "boundFrom", t.valid_to as "boundUntil", ${TODAY} as today
  from organisation.stationing t where t.path >= $1 and t.path < $2 order by t.path, t.id`;

/**
 * $3 first days and $4 days after of the windows, $5 kind of record, $6 how many days are wanted: of each window the record of the day with
 * which there were enough. A city of a year is then some ten thousand rows and not a million.
 */
export const ENOUGH = `
select e.id, e.stationing_id as subject, e.day as "on"
from (
  select t.id, t.stationing_id, t.day, row_number() over (partition by t.stationing_id, w.first order by t.day) as nth
  from organisation.site_record t join unnest((select $3::date[]), (select $4::date[])) w(first, until) on t.day >= w.first and t.day < w.until
  where t.path >= $1 and t.path < $2 and t.deed = $5 and t.confirmed_by is not null and t.day <= ${TODAY}
) e where e.nth = $6`;

export const EXEMPTED = `select x.line, x.subject_id as subject, x.window_from as "from" from organisation.station_exemption x
  where x.path >= $1 and x.path < $2 and x.outcome = 'approved' and x.window_from >= $3 and x.window_from < $4`;
