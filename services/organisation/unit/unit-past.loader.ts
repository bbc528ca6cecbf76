// Units as they were (单位沿革): former names, the units that were merged into one, and a unit as it was called on a day.
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { dayAndId } from '../region/region-on-day.loader';
import { Unit } from './unit.entity';
import { UnitFormer } from './unit-former.entity';

/** What came after the day is not told: neither a later name nor an end. */
const ON_DAY = `select u.id, u.code, coalesce(f.name, u.name) as name, u.kind, u.line, u.grade, u.in_leading_group as "inLeadingGroup",
  u.region_id as "regionId", u.founded_on as "foundedOn", coalesce(f.valid_from, u.named_on) as "namedOn", null::date as "endedOn",
  null::uuid as "successorId", $1::date as "asOf"
from organisation.unit u left join organisation.unit_former f on f.unit_id = u.id and (f.valid_from is null or f.valid_from <= $1::date) and f.valid_to > $1::date
where u.id = any($2::uuid[]) and (u.founded_on is null or u.founded_on <= $1::date) and (u.ended_on is null or u.ended_on > $1::date)`;

export const unitOnDay = defineLoader<Unit | null>(
  'unit on a day',
  () => null,
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' ') as [string, string]).filter(([, id]) => isId(id));
    const days = await Promise.all(
      [...groupBy(asked, ([day]) => day)].map(async ([day, pairs]) => {
        const units = await rows.query(ON_DAY, [day, pairs.map(([, id]) => id)], Unit);
        return units.map((unit) => [dayAndId(day, unit.id), unit] as const);
      }),
    );
    return new Map(days.flat());
  },
);

const formerNames = defineLoader<UnitFormer[]>(
  'former names of a unit',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(UnitFormer, 'where t.unit_id = any($1::uuid[]) order by t.valid_to', [ids]),
      ({ unitId }) => unitId,
    ),
);

const predecessors = defineLoader<Unit[]>(
  'units merged into one',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(Unit, 'where t.successor_id = any($1::uuid[]) order by t.ended_on, t.code', [ids]),
      ({ successorId }) => successorId ?? '',
    ),
);

export async function formerNamesOn(context: Context, id: string, on?: string): Promise<UnitFormer[]> {
  const former = await formerNames.load(context, id);
  return on ? former.filter(({ validTo }) => validTo <= on) : former;
}

export async function predecessorsOn(context: Context, id: string, on?: string): Promise<Unit[]> {
  const merged = await predecessors.load(context, id);
  return on ? merged.filter(({ endedOn }) => endedOn !== null && endedOn <= on) : merged;
}
