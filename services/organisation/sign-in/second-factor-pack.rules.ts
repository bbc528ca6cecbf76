// Which posts sign in with a second factor (须用动态口令的岗位): a pack, with a floor that no pack goes below.
import { z } from 'zod';
import { type Post, posts } from '#platform/vocabulary/caller';
import type { PackKind } from '#platform/vocabulary/pack';
import { packHead } from '#platform/vocabulary/pack-shape';

/** The three officers and who approves packs: none of them lowers what is asked of himself. */
const floor: readonly Post[] = [
  'office-director',
  'finance-officer',
  'security-administrator',
  'system-administrator',
  'log-auditor',
];

const schema = z
  .strictObject({ ...packHead, posts: z.array(z.enum(posts)) })
  .superRefine(({ posts: told }, context) => {
    for (const post of floor.filter((each) => !told.includes(each)))
      context.addIssue({
        code: 'custom',
        path: ['posts'],
        message: `审批岗位和三员不得免：${post} · approvers and the three officers are not let off: ${post}`,
      });
  });

export type SecondFactorPack = z.infer<typeof schema>;

export const secondFactorKind: PackKind<SecondFactorPack> = {
  subgraph: 'organisation',
  kind: 'second-factor',
  title: { zh: '动态口令岗位', en: 'posts with a second factor' },
  schema,
  startsOn: 'day',
};

/** Without a pack in force everybody is asked: a rule that is missing opens nothing. */
export function postsAsked(pack: SecondFactorPack | null): ReadonlySet<Post> {
  return new Set(pack?.posts ?? posts);
}
