// What stands between a right password and a post: a password to be changed, an account to be released, a second factor (动态口令) to be enrolled.
import type { Post } from '#platform/vocabulary/caller';
import { isPasswordStale } from './password.rules';
import type { Profile } from './tools.rules';

export const challenges = ['CHANGE_PASSWORD', 'RELEASE', 'SECOND_FACTOR'] as const;
export type Challenge = (typeof challenges)[number];

export interface AccountFacts {
  mustChangePassword: boolean;
  /** its password was drawn by the system administrator, who must not be able to use it */
  awaitsRelease: boolean;
  passwordChangedAt: Date;
  hasSecondFactor: boolean;
  posts: readonly Post[];
  /** which posts are asked for a second factor: the pack's to say; the demo profile goes without, and says so at its start */
  postsAsked: ReadonlySet<Post>;
}

export function challengeOf(account: AccountFacts, now: Date, profile: Profile): Challenge | null {
  if (account.mustChangePassword || isPasswordStale(account.passwordChangedAt, now, profile)) return 'CHANGE_PASSWORD';
  if (account.awaitsRelease) return 'RELEASE';
  const needsFactor = profile === 'production' && account.posts.some((post) => account.postsAsked.has(post));
  return needsFactor && !account.hasSecondFactor ? 'SECOND_FACTOR' : null;
}
