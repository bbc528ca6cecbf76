// Loads stationings by id, and what is on record of their months.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { SiteRecord } from './site-record.entity';
import { Stationing } from './stationing.entity';
import { monthOf } from './stationing.rules';

export const stationingById = defineLoader<Stationing | null>(
  'stationing by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Stationing, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

export const stationingMonth = (id: string, month: string) => `${id} ${month}`;

/** At most a hundred a month: three kinds of records of each day. */
export const recordsOfMonth = defineLoader<SiteRecord[]>(
  'site records of a stationing and month',
  () => [],
  async (rows, keys) => {
    const asked = keys.map((key) => ({ id: key.slice(0, 36), ...monthOf(key.slice(37)) }));
    const tail = `join unnest($1::uuid[], $2::date[], $3::date[]) asked(id, first, until)
      on t.stationing_id = asked.id and t.day >= asked.first and t.day < asked.until order by t.day, t.deed, t.id`;
    const found = await rows.select(SiteRecord, tail, [
      asked.map(({ id }) => id),
      asked.map(({ from }) => from),
      asked.map(({ until }) => until),
    ]);
    return groupBy(found, ({ stationingId, day }) => stationingMonth(stationingId, day.slice(0, 7)));
  },
);
