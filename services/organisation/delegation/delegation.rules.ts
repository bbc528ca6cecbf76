// When a post may be delegated (代理), renewed and acted under: by its holder alone, of a delegable post, to somebody in office, for a while.
import type { Post } from '#platform/vocabulary/caller';
import type { Refusal } from '#platform/vocabulary/refusal';
import type { DelegationPack } from './delegation-pack.rules';
import { delegationRefusals } from './delegation-refusals.rules';

export interface HeldPost {
  id: string;
  personId: string;
  post: Post;
  validFrom: string;
  validTo: string | null;
}

export interface GivenDelegation {
  appointmentId: string;
  delegatorId: string;
  delegateId: string;
  validFrom: string;
  validTo: string;
  revokedAt: Date | null;
}

/** Under what the caller acts: his own appointment, or somebody's whom he stands for. */
export interface Acting {
  personId: string | null;
  appointmentId: string | null;
  principalId: string | null;
}

export interface DelegationAsked {
  pack: DelegationPack | null;
  caller: Acting;
  /** the appointment that is delegated */
  held: HeldPost;
  delegateId: string;
  /** the posts that the delegate holds within the period */
  postsOfDelegate: readonly Post[];
  /** delegations of the same appointment that were not revoked */
  others: readonly GivenDelegation[];
  validFrom: string;
  validTo: string;
  today: string;
}

const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000;

/** Why a delegation is not given, or null. */
export function flawOfDelegation(asked: DelegationAsked): Refusal | null {
  const { pack, caller, held, delegateId, postsOfDelegate, others, validFrom, validTo, today } = asked;
  if (caller.principalId !== null) return delegationRefusals.delegationNotPassedOn();
  if (held.personId !== caller.personId || held.id !== caller.appointmentId)
    return delegationRefusals.delegationByItsHolder();
  if (!pack?.delegable.includes(held.post)) return delegationRefusals.postNotDelegable({ post: held.post });
  if (delegateId === caller.personId) return delegationRefusals.delegationToOneself();
  if (postsOfDelegate.length === 0 || postsOfDelegate.some((post) => pack.takesNone.includes(post)))
    return delegationRefusals.delegateUnfit();
  if (validFrom < today || validTo <= validFrom || (held.validTo !== null && validTo > held.validTo))
    return delegationRefusals.delegationPeriod({ today });
  if (daysBetween(validFrom, validTo) > pack.longestDays)
    return delegationRefusals.delegationTooLong({ days: pack.longestDays });
  return others.some((other) => other.validFrom < validTo && validFrom < other.validTo)
    ? delegationRefusals.delegatedAlready()
    : null;
}

export interface RenewalAsked {
  pack: DelegationPack | null;
  caller: Acting;
  held: HeldPost;
  delegation: GivenDelegation;
  others: readonly GivenDelegation[];
  validTo: string;
  today: string;
}

/** Why a delegation is not prolonged, or null: the delegate never does it, and nobody does it without end. */
export function flawOfRenewal({
  pack,
  caller,
  held,
  delegation,
  others,
  validTo,
  today,
}: RenewalAsked): Refusal | null {
  if (caller.principalId !== null) return delegationRefusals.delegationNotPassedOn();
  if (delegation.delegatorId !== caller.personId || held.id !== caller.appointmentId)
    return delegationRefusals.delegationByItsHolder();
  if (delegation.revokedAt !== null || delegation.validTo <= today) return delegationRefusals.delegationEnded();
  if (!pack?.delegable.includes(held.post)) return delegationRefusals.postNotDelegable({ post: held.post });
  if (validTo <= delegation.validTo || (held.validTo !== null && validTo > held.validTo))
    return delegationRefusals.delegationPeriod({ today });
  if (daysBetween(today, validTo) > pack.longestDays)
    return delegationRefusals.delegationTooLong({ days: pack.longestDays });
  if (daysBetween(delegation.validFrom, validTo) > pack.longestInAllDays)
    return delegationRefusals.delegationTooLong({ days: pack.longestInAllDays });
  return others.some((other) => other.validFrom < validTo && delegation.validFrom < other.validTo)
    ? delegationRefusals.delegatedAlready()
    : null;
}

/** In force on a day: neither revoked nor run out, and the appointment behind it holds. */
export function isInForce(delegation: GivenDelegation, held: HeldPost, today: string): boolean {
  return (
    delegation.revokedAt === null &&
    delegation.validFrom <= today &&
    today < delegation.validTo &&
    held.validFrom <= today &&
    (held.validTo === null || today < held.validTo)
  );
}

/** Everybody whose post a person may act under, and those whose posts they may in turn. */
export function standsForOf(
  personId: string,
  inForce: readonly Pick<GivenDelegation, 'delegatorId' | 'delegateId'>[],
): string[] {
  const found = new Set([personId]);
  for (const person of found)
    for (const { delegateId, delegatorId } of inForce) if (delegateId === person) found.add(delegatorId);
  found.delete(personId);
  return [...found].sort();
}
