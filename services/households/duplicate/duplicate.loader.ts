// Duplicates of members, by either side, as far as the caller has both.
import { defineLoader } from '#platform/graph/loader';
import { Duplicate } from './duplicate.entity';

export const duplicatesOfMember = defineLoader<Duplicate[]>(
  'duplicates of a member',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.member_id = any($1::uuid[]) or t.other_member_id = any($1::uuid[]) order by t.id';
    const found = await rows.select(Duplicate, tail, [ids]);
    const sides = ({ memberId, otherMemberId }: Duplicate) => [memberId, otherMemberId];
    return new Map(ids.map((id) => [id, found.filter((each) => sides(each).includes(id))]));
  },
);

export const regionOfPath = defineLoader<string | null>(
  'region of a path',
  () => null,
  async (rows, paths) => {
    const sql = 'select path, region_id as "regionId" from households.scope where path = any($1::text[])';
    const found = await rows.query<{ path: string; regionId: string }>(sql, [paths]);
    return new Map(found.map(({ path, regionId }) => [path, regionId]));
  },
);
