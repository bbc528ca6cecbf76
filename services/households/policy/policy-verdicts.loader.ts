// Which policies are for a household (该户适用政策), weighed over what is known of it; those that are first.
import type { Context } from '#platform/graph/context';
import type { FactValue } from '../eligibility/condition.rules';
import { heldHousehold } from '../eligibility/held-household.loader';
import { weighTargets } from '../eligibility/smallest-change.rules';
import type { Household } from '../household/household.entity';
import type { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import type { Policy } from './policy.entity';
import { policiesInForce } from './policy.loader';
import { factNames, wordsOf } from './policy-content.rules';
import type { PolicyVerdict } from './policy-verdict.entity';

export async function verdictsFor(context: Context, household: Household): Promise<PolicyVerdict[]> {
  const [held, policies] = await Promise.all([
    heldHousehold.load(context, household.id),
    policiesInForce.load(context, household.path),
  ]);
  if (!held) return [];
  // Whole rows: those of the household's list may be narrowed to what is shown of them.
  const members = await Promise.all(held.members.map(({ memberId }) => memberById.load(context, memberId)));
  const memberOf = (id: string | null) => members.find((member) => member !== null && member.id === id) ?? null;
  const verdicts = policies.map((policy) => verdictOf(policy, weighTargets(policy.targets, held), memberOf));
  return [...verdicts.filter(({ eligible }) => eligible), ...verdicts.filter(({ eligible }) => !eligible)];
}

function verdictOf(
  policy: Policy,
  { eligible, reasons, changes }: ReturnType<typeof weighTargets>,
  memberOf: (id: string | null) => Member | null,
): PolicyVerdict {
  return {
    policy,
    eligible,
    reasons: reasons.map(({ condition, memberId, value, holds }) => ({
      member: memberOf(memberId),
      condition: wordsOf(condition),
      value: textOf(value),
      holds,
    })),
    toVerify: changes.map(({ memberId, fact, before, after }) => {
      const { zh, en } = factNames[fact] ?? { zh: fact, en: fact };
      return {
        member: memberOf(memberId),
        fact,
        title: `${zh} · ${en}`,
        before: textOf(before),
        after: textOf(after) ?? '',
      };
    }),
  };
}

const textOf = (value: FactValue | null): string | null =>
  value === null ? null : Array.isArray(value) ? value.join(', ') : String(value);
