// Whether a policy is for a household, why or why not, and the smallest change of facts (最小变动) under which it would be: a fact to verify, never to make up.
import { type Condition, type FactsHeld, type FactValue, holds, nearestValue } from './condition.rules';

/** A way to be eligible: all of these, of the household and of one of its members. */
export interface TargetGroup {
  household: readonly Condition[];
  /** none: the household alone is looked at */
  member: readonly Condition[];
}

export interface MemberHeld {
  memberId: string;
  facts: FactsHeld;
}

export interface HouseholdHeld {
  facts: FactsHeld;
  members: readonly MemberHeld[];
}

export interface FactChange {
  /** null: of the household itself */
  memberId: string | null;
  fact: string;
  before: FactValue | null;
  after: FactValue;
}

export interface Weighed {
  condition: Condition;
  memberId: string | null;
  value: FactValue | null;
  holds: boolean;
}

export interface Verdict {
  eligible: boolean;
  /** the conditions of the way that holds, or of the one that is nearest */
  reasons: Weighed[];
  /** empty when eligible, or when no change of a fact would do */
  changes: FactChange[];
}

interface Way {
  reasons: Weighed[];
  /** null: no change of facts would make this way hold */
  changes: FactChange[] | null;
}

/** Of ways that need as few changes the first as written, of members the first as listed: the same facts are always told the same. */
export function weighTargets(groups: readonly TargetGroup[], household: HouseholdHeld): Verdict {
  const ways = groups.flatMap((group) => waysOf(group, household));
  const cost = ({ changes }: Way) => changes?.length ?? Number.POSITIVE_INFINITY;
  const [first] = ways;
  if (!first) return { eligible: false, reasons: [], changes: [] };
  const best = ways.reduce((least, way) => (cost(way) < cost(least) ? way : least), first);
  return { eligible: cost(best) === 0, reasons: best.reasons, changes: best.changes ?? [] };
}

export function applyChanges({ facts, members }: HouseholdHeld, changes: readonly FactChange[]): HouseholdHeld {
  const changed = (held: FactsHeld, whose: string | null): FactsHeld => ({
    ...held,
    ...Object.fromEntries(changes.filter(({ memberId }) => memberId === whose).map(({ fact, after }) => [fact, after])),
  });
  return {
    facts: changed(facts, null),
    members: members.map((member) => ({ ...member, facts: changed(member.facts, member.memberId) })),
  };
}

function waysOf({ household: own, member }: TargetGroup, { facts, members }: HouseholdHeld): Way[] {
  const ofHousehold = wayOf(own, facts, null);
  if (member.length === 0) return [ofHousehold];
  return members.map(({ memberId, facts: theirs }) => {
    const ofMember = wayOf(member, { people: facts.people, ...theirs }, memberId);
    return {
      reasons: [...ofHousehold.reasons, ...ofMember.reasons],
      changes: ofHousehold.changes && ofMember.changes && [...ofHousehold.changes, ...ofMember.changes],
    };
  });
}

function wayOf(conditions: readonly Condition[], facts: FactsHeld, memberId: string | null): Way {
  const reasons = conditions.map((condition) => ({
    condition,
    memberId,
    value: facts[condition.fact] ?? null,
    holds: holds(condition, facts),
  }));
  const failing = new Set(reasons.filter((reason) => !reason.holds).map(({ condition }) => condition.fact));
  const changes: FactChange[] = [];
  for (const fact of failing) {
    const after = nearestValue(
      conditions.filter((condition) => condition.fact === fact),
      facts,
    );
    if (after === undefined) return { reasons, changes: null };
    changes.push({ memberId, fact, before: facts[fact] ?? null, after });
  }
  return { reasons, changes };
}
