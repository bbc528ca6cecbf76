// Which passwords (口令) are accepted: MLPS level 3 and ASVS 5, length before composition, nothing known from breaches.
import type { Refusal } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { Profile } from './tools.rules';

export const PASSWORD_LEAST = 12;
/** Longer texts would let anybody make the hash work for a long time. */
export const PASSWORD_MOST = 128;
export const PASSWORD_HISTORY = 3;
export const PASSWORD_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

export interface PasswordFacts {
  account: string;
  breached: ReadonlySet<string>;
}

/** Why a new password is not accepted, or null. Length is counted in characters, so that Chinese phrases count fairly. */
export function passwordFlaw(password: string, { account, breached }: PasswordFacts): Refusal | null {
  const length = [...password].length;
  const lower = password.toLowerCase();
  if (length < PASSWORD_LEAST) return refusals.passwordTooShort({ least: PASSWORD_LEAST });
  if (length > PASSWORD_MOST) return refusals.passwordTooLong({ most: PASSWORD_MOST });
  if (lower.includes(account.toLowerCase())) return refusals.passwordNamesAccount();
  if (breached.has(lower) || new Set(password).size < 4) return refusals.passwordBreached();
  return null;
}

/** A password is changed every 90 days in production. */
export function isPasswordStale(changedAt: Date, now: Date, profile: Profile): boolean {
  return profile === 'production' && now.getTime() - changedAt.getTime() >= PASSWORD_DAYS * DAY_MS;
}
