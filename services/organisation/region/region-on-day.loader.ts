// Regions and their children as they were on a day (历史区划), a statement for each day that a request asks about.
import type { Rows } from '#platform/database/in-scope';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Region } from './region.entity';
import { childrenOnDay, regionsOnDay } from './region-on-day.query';

export const dayAndId = (day: string, id: string) => `${day} ${id}`;

export const regionOnDay = defineLoader<Region | null>(
  'region on a day',
  () => null,
  async (rows, keys) =>
    new Map((await eachDay(rows, keys, regionsOnDay)).map(({ day, region }) => [dayAndId(day, region.id), region])),
);

export const childrenOfRegionOnDay = defineLoader<Region[]>(
  'children of a region on a day',
  () => [],
  async (rows, keys) => {
    const groups = groupBy(await eachDay(rows, keys, childrenOnDay), ({ day, region }) =>
      dayAndId(day, region.parentId ?? ''),
    );
    return new Map([...groups].map(([key, found]) => [key, found.map(({ region }) => region)]));
  },
);

async function eachDay(rows: Rows, keys: readonly string[], sql: string): Promise<{ day: string; region: Region }[]> {
  const asked = keys.map((key) => key.split(' ') as [string, string]).filter(([, id]) => isId(id));
  const days = [...groupBy(asked, ([day]) => day)];
  const found = await Promise.all(
    days.map(async ([day, pairs]) => {
      const regions = await rows.query(sql, [day, pairs.map(([, id]) => id)], Region);
      return regions.map((region) => ({ day, region }));
    }),
  );
  return found.flat();
}
