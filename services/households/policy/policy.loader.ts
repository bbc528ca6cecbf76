// Published policies by id, and those in force at a place today.
import { TODAY } from '#platform/database/today';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Policy } from './policy.entity';

/** In force: published, begun, not ended, and no published version that follows has begun. */
export const inForce = (
  day: string,
) => `t.published_at is not null and t.effective_from <= ${day} and (t.effective_to is null or t.effective_to > ${day})
  and not exists (select 1 from households.policy n where n.supersedes_id = t.id and n.published_at is not null and n.effective_from <= ${day})`;

export const policyById = defineLoader<Policy | null>(
  'published policy by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Policy, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
  'public',
);

/** Of today, those of the region of each path or above it; a handful, whichever household asks. */
export const policiesInForce = defineLoader<Policy[]>(
  'policies in force at a place',
  () => [],
  async (rows, paths) => {
    const tail = `where ${inForce(TODAY)} and exists (select 1 from unnest($1::text[]) p(path) where starts_with(p.path, t.path))
      order by t.matter, t.effective_from, t.id`;
    const found = await rows.select(Policy, tail, [paths]);
    return new Map(paths.map((path) => [path, found.filter((policy) => path.startsWith(policy.path))]));
  },
  'public',
);
