// Who releases whose account (放行): never the system administrator who drew its password, and nobody his own.
import type { Post } from '#platform/vocabulary/caller';

/** Split knowledge: the password comes from one officer, the release code from another, and only both open an account. */
export function mayRelease(
  officer: { personId: string | null; post: Post },
  account: { personId: string; isSecurityAdministrator: boolean },
): boolean {
  if (officer.personId === account.personId) return false;
  return officer.post === (account.isSecurityAdministrator ? 'log-auditor' : 'security-administrator');
}
