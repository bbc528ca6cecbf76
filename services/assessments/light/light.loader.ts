// Lights and scores for every place that names them: the published ones as everybody reads them, the proposed ones within one's range.
import { Any } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import type { PeerGroup } from '../scoring/peer-group.entity';
import { Score } from '../scoring/score.entity';
import { Light } from './light.entity';

/** `2018Q1 <region id>` */
export type LightKey = `${string} ${string}`;

const CONFIRMED = `where (t.region_id, t.quarter) in (select * from unnest($1::uuid[], $2::text[])) and t.status = 'confirmed'
  order by t.confirmed_at`;

/** The light in force: of several that were confirmed for a quarter, the last. */
export const publishedLight = defineLoader<Light | null, LightKey>(
  'published light',
  () => null,
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' ') as [string, string]);
    const ids = asked.map(([, id]) => id);
    const quarters = asked.map(([quarter]) => quarter);
    const confirmed = await rows.select(Light, CONFIRMED, [ids, quarters]);
    // The last comes last, and takes the place of those before it.
    return mapBy(confirmed, ({ quarter, regionId }) => `${quarter} ${regionId}`);
  },
  'public',
);

/** Any published light by its id, also one that another has taken the place of. */
export const publishedLightById = defineLoader<Light | null>(
  'published light by id',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(Light, { id: Any([...ids]) }), ({ id }) => id),
  'public',
);

/** Of one peer group, or of all. */
export function publishedLights({ inScope }: Context, quarter: string, level?: PeerGroup): Promise<Light[]> {
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Light, 'l')
      .distinctOn(['l.regionId'])
      .where('l.quarter = :quarter', { quarter });
    if (level) found.andWhere('l.level = :level', { level });
    found.andWhere(`l.status = 'confirmed'`);
    const lights = await found.orderBy('l.regionId').addOrderBy('l.confirmedAt', 'DESC').getMany();
    const place = (light: Light) => light.rank ?? Number.MAX_SAFE_INTEGER;
    return lights.sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
  }, 'public');
}

export const lightsOfRound = defineLoader<Light[]>(
  'lights of round',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(Light, { where: { roundId: Any([...ids]) }, order: { rank: 'ASC', path: 'ASC' } }),
      (light) => light.roundId,
    ),
);

const publishedScore = defineLoader<Score | null>(
  'published score',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(Score, { id: Any([...ids]) }), (score) => score.id),
  'public',
);

const proposedScore = defineLoader<Score | null>(
  'proposed score',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(Score, { id: Any([...ids]) }), (score) => score.id),
);

export function scoreOf(context: Context, { scoreId, status }: Light): Promise<Score | null> {
  return (status === 'confirmed' ? publishedScore : proposedScore).load(context, scoreId);
}
