// People by id, for every place that names one.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { Person } from './person.entity';

const UNITS = 'where t.id in (select who.unit_id from organisation.person who where who.id = any($1::uuid[]))';

/** With their units, when those are asked for too: both are one trip. */
export const personById = defineLoader<Person | null>(
  'person by id',
  () => null,
  async (rows, ids, context) => {
    const withUnits = context.selected('Person')?.has('unit');
    const [people, units] = await Promise.all([
      rows.select(Person, 'where t.id = any($1::uuid[])', [ids]),
      withUnits ? rows.select(Unit, UNITS, [ids]) : [],
    ]);
    for (const unit of units) unitById.prime(context, unit.id, unit);
    return mapBy(people, (person) => person.id);
  },
);
