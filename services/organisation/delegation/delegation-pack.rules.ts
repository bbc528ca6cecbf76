// The delegation pack (职务代理规则): which posts may be acted under by another, who may not take one, and for how long, as data.
import { z } from 'zod';
import { posts } from '#platform/vocabulary/caller';
import type { PackKind } from '#platform/vocabulary/pack';
import { packHead } from '#platform/vocabulary/pack-shape';

const schema = z
  .strictObject({
    ...packHead,
    delegable: z.array(z.enum(posts)).min(1),
    takesNone: z.array(z.enum(posts)),
    longestDays: z.int().min(1),
    longestInAllDays: z.int().min(1),
  })
  .refine((pack) => pack.longestDays <= pack.longestInAllDays, {
    path: ['longestDays'],
    message: '一次的期限不得长于合计期限 · once is no longer than in all',
  });

export type DelegationPack = z.infer<typeof schema>;

/** Without one in force nothing is delegable. */
export const delegationKind: PackKind<DelegationPack> = {
  subgraph: 'organisation',
  kind: 'delegation',
  title: { zh: '职务代理规则', en: 'delegation of posts' },
  schema,
  startsOn: 'day',
};
