// Flags of visits: of each, counted by region and by visitor; and which photos a visit still waits for.
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { bounds, eachPeriod } from '../region-summary/region-summary.loader';
import { inRegion, REGIONS } from '../region-summary/region-summary.query';
import { VisitFlag } from './visit-flag.entity';

export const flagsOfVisit = defineLoader<VisitFlag[]>(
  'flags of a visit',
  () => [],
  async (rows, ids) => {
    const sql = `select f.visit_id as "visitId", f.kind, f.facts, f.other_visit_id as "otherVisitId", f.pack_name as "packName", f.flagged_at as "flaggedAt"
      from households.visit_flag f where f.visit_id = any($1::uuid[]) order by f.visit_id, f.kind`;
    return groupBy(await rows.query(sql, [ids], VisitFlag), ({ visitId }) => visitId);
  },
);

export const awaitedPhotosOf = defineLoader<string[]>(
  'awaited photos of a visit',
  () => [],
  async (rows, ids) => {
    const sql = `select p.visit_id as "visitId", p.sha256 from households.visit_photo p where p.visit_id = any($1::uuid[])
      and not exists (select 1 from households.evidence_use u where u.subject_kind = 'visit' and u.subject_id = p.visit_id and u.sha256 = p.sha256)
      order by p.visit_id, p.sha256`;
    const found = groupBy(await rows.query<{ visitId: string; sha256: string }>(sql, [ids]), ({ visitId }) => visitId);
    return new Map([...found].map(([id, photos]) => [id, photos.map(({ sha256 }) => sha256)]));
  },
);

/** `key`: the visitor's id and a quarter. */
export const flaggedCountOf = defineLoader<number>(
  'flagged visits of a person',
  () => 0,
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' ') as [string, string]).filter(([id]) => isId(id));
    const periods = asked.map(([, quarter]) => parseQuarter(quarter));
    const sql = `select k.id || ' ' || k.quarter as key, n.count from unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) k(id, quarter, first, until)
      cross join lateral (select count(distinct f.visit_id)::int as count from households.visit_flag f
        where f.helper_id = k.id and f.visited_on >= k.first and f.visited_on < k.until) n`;
    const found = await rows.query<{ key: string; count: number }>(sql, [
      asked.map(([id]) => id),
      asked.map(([, quarter]) => quarter),
      periods.map(({ from }) => from),
      periods.map(({ until }) => until),
    ]);
    return new Map(found.map(({ key, count }) => [key, count]));
  },
);

interface Range {
  regionId: string;
  lo: string;
  hi: string;
}

export async function flaggedInRegion(context: Context, ranges: readonly Range[], quarter: string): Promise<number> {
  const counts = await Promise.all(
    ranges.map((range, at) => flaggedOf.load(context, JSON.stringify([range, quarter, String(at)]))),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** One statement a quarter for all the regions of a question. */
const flaggedOf = defineLoader<number>(
  'flagged visits of regions',
  () => 0,
  (rows, keys) =>
    eachPeriod<string, number>(keys, async (ranges, quarter) => {
      const { from, until } = parseQuarter(quarter);
      const found = await rows.query<{ id: string; count: number }>(flaggedOfRegions, [...bounds(ranges), from, until]);
      return new Map(found.map(({ id, count }) => [id, count]));
    }),
);

/** $4 first day, $5 the day after the last. */
const flaggedOfRegions = `select r.id, n.count from ${REGIONS} cross join lateral (
  select count(distinct f.visit_id)::int as count from households.visit_flag f
  where ${inRegion('f.path')} and f.visited_on >= $4::date and f.visited_on < $5::date) n`;
