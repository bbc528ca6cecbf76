// Lists the sums published for a quarter (公布合计数列表): of the round confirmed last, in the order of the managing tree.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { ConnectionArgs } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { type PublishedLevel, PublishedSum } from './published-sum.entity';

/** Read under the kind `public`, which sees published rounds alone; an appeal's round draws one light anew and publishes no sums. */
const lastRound = (quarter: string) =>
  `(select r.id from assessments.light_round r where r.quarter = ${quarter} and r.appeal_id is null order by r.proposed_at desc, r.id desc limit 1)`;

export async function listPublishedSums(
  { inScope }: Context,
  quarter: string,
  level: PublishedLevel,
  page: ConnectionArgs,
): Promise<Page<PublishedSum>> {
  parseQuarter(quarter);
  const size = pageSize(page.first);
  const [path = null, indicator = null] = keysOf(page.after, 2) ?? [];
  const tail = `where t.round_id = ${lastRound('$1')} and t.level = $2
    and ($3::text is null or (t.path, t.indicator) > ($3 collate "C", $4)) order by t.path, t.indicator limit $5`;
  const found = await inScope.read(
    ({ select }) => select(PublishedSum, tail, [quarter, level, path, indicator, size + 1]),
    'public',
  );
  return pageOf(found, size);
}

/** `2018Q1 <region id>` */
export const publishedSumsOfRegion = defineLoader<PublishedSum[]>(
  'published sums of region',
  () => [],
  async ({ select }, keys) => {
    const asked = keys.map((key) => key.split(' ') as [string, string]);
    const tail = `where (t.quarter, t.region_id) in (select * from unnest($1::text[], $2::uuid[])) and t.round_id = ${lastRound('t.quarter')}
      order by t.indicator`;
    const found = await select(PublishedSum, tail, [asked.map(([quarter]) => quarter), asked.map(([, id]) => id)]);
    return groupBy(found, ({ quarter, regionId }) => `${quarter} ${regionId}`);
  },
  'public',
);
