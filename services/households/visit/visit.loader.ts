// Visits of households: the last one of each, and pages of each, newest first.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { columnsFor, type NarrowView } from '#platform/graph/narrow-view';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { Visit } from './visit.entity';

const columns = `v.id, v.household_id as "householdId", v.region_id as "regionId", v.path, v.helper_id as "helperId",
  v.visited_on as "visitedOn", v.met, v.content, v.measure, v.problem, v.visited_at as "visitedAt", v.latitude_micro as "latitudeMicro",
  v.longitude_micro as "longitudeMicro", v.accuracy_metres as "accuracyMetres", v.recorded_by as "recordedBy", v.recorded_at as "recordedAt"`;

const narrowVisit: NarrowView = {
  type: 'Visit',
  fields: ['id', 'visitedOn', 'met', 'measure'],
  columns: [`v.id, v.household_id as "householdId", v.visited_on as "visitedOn", v.met, v.measure`],
};

export const lastVisitOf = defineLoader<Visit | null>(
  'last visit of a household',
  () => null,
  async (rows, ids, context) => {
    const [shown = columns] = columnsFor(context, narrowVisit) ?? [];
    const sql = `select newest.* from unnest($1::uuid[]) k(id) cross join lateral (
      select ${shown} from households.visit v where v.household_id = k.id order by v.visited_on desc, v.id desc limit 1) newest`;
    return mapBy(await rows.query(sql, [ids], Visit), (visit) => visit.householdId);
  },
);

export const visitById = defineLoader<Visit | null>(
  'visit by id',
  () => null,
  async (rows, ids) => {
    const sql = `select ${columns} from households.visit v where v.id = any($1::uuid[])`;
    return mapBy(await rows.query(sql, [ids], Visit), (visit) => visit.id);
  },
);

/** `key`: household, size and cursor of a page, so that the pages of many households are one statement. */
const visitPage = defineLoader<Visit[]>(
  'page of visits of a household',
  () => [],
  async (rows, keys) => {
    const asked = keys.map((key) => JSON.parse(key) as [string, number, string | null, string | null]);
    const sql = `select k.key, page.* from unnest($1::text[], $2::uuid[], $3::int[], $4::date[], $5::uuid[]) k(key, id, size, day, last)
      cross join lateral (select ${columns} from households.visit v where v.household_id = k.id
        and (k.day is null or (v.visited_on, v.id) < (k.day, k.last)) order by v.visited_on desc, v.id desc limit k.size) page`;
    const column = (at: 0 | 1 | 2 | 3) => asked.map((each) => each[at]);
    const found = await rows.query<Visit & { key: string }>(sql, [keys, column(0), column(1), column(2), column(3)]);
    return groupBy(found, (visit) => visit.key);
  },
);

export async function listVisits(context: Context, householdId: string, args: PageArgs): Promise<Page<Visit>> {
  const size = pageSize(args.first);
  const [day = null, last = null] = keysOf(args.after, 2) ?? [];
  if (day !== null && last !== null && !(parseCalendarDay(day, 'after') && isId(last))) throw foreignCursor();
  return pageOf(await visitPage.load(context, JSON.stringify([householdId, size + 1, day, last])), size);
}

export const evidenceOfVisit = evidenceLoader('households', 'visit');
