// Seals the quarter's results of the member units (封存单位结果): a snapshot per unit, which later reports cannot change.

import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { groupBy } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { refusals } from '../refusals';
import { heldThrough } from '../task/held.query';
import { UnitResult } from './unit-result.entity';
import { type OwedTask, resultOfUnit } from './unit-result.rules';

interface OwedRow extends OwedTask {
  unitId: string;
  regionId: string;
  path: string;
}

const owedByUnits = `select t.unit_id as "unitId", t.region_id as "regionId", t.path, t.code, t.weight,
    coalesce(bool_or(p.outcome is distinct from 'returned') filter (where p.id is not null), false) as reported, coalesce(bool_or(p.outcome = 'confirmed'), false) as confirmed
  from assessments.task t left join assessments.progress p on p.task_id = t.id and p.quarter = $1
  where t.unit_id is not null and t.year = left($1, 4)::int and (t.begins_on is null or t.begins_on < $4::date) and ${heldThrough('$4::date')} and t.path >= $2 and t.path < $3 and not exists (select 1 from assessments.progress e
    where e.task_id = t.id and e.outcome = 'confirmed' and e.percent = 100 and e.quarter < $1)
  group by t.id order by t.unit_id, t.code`;

export async function sealUnitResults({ caller, inScope }: Context, quarter: string): Promise<UnitResult[]> {
  const { until } = parseQuarter(quarter);
  const { lo, hi } = await inScope.range();
  try {
    return await inScope.write({ action: 'sealUnitResults', target: quarter }, async (rows) => {
      const now = await rows.now();
      if (new Date(`${until}T00:00:00+08:00`) > now) throw refusals.quarterNotOver({ quarter });
      const owed = await rows.query<OwedRow>(owedByUnits, [quarter, lo, hi, until]);
      const results = [...groupBy(owed, (task) => task.unitId).values()].flatMap((tasks) => {
        const [first] = tasks;
        if (!first || !caller.personId) return [];
        const { unitId, regionId, path } = first;
        const own = tasks.map(({ code, weight, reported, confirmed }) => ({ code, weight, reported, confirmed }));
        const row = { id: newId(), unitId, regionId, path, quarter, sealedBy: caller.personId, sealedAt: now };
        return [Object.assign(new UnitResult(), row, resultOfUnit(quarter, own))];
      });
      if (results.length > 0) await rows.manager.insert(UnitResult, results);
      return results;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'unit_result_once') throw refusals.quarterSealed({ quarter });
    throw error;
  }
}

/** The best first; the units are at most a few dozen. */
export async function listUnitResults(
  { inScope }: Context,
  quarter: string,
  unitId: string | null,
): Promise<UnitResult[]> {
  parseQuarter(quarter);
  if (unitId !== null && !isId(unitId)) return [];
  return inScope.read(({ manager }) => {
    const found = manager.createQueryBuilder(UnitResult, 'r').where('r.quarter = :quarter', { quarter });
    if (unitId) found.andWhere('r.unitId = :unitId', { unitId });
    return found.orderBy('r.score::numeric', 'DESC', 'NULLS LAST').addOrderBy('r.unitId').getMany();
  });
}
