// People by id, for every place that names one.
import { Any } from 'typeorm';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Person } from './person.entity';

export const personById = defineLoader<Person | null>(
  'person by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Person, { id: Any([...ids]) }), (person) => person.id),
);
