// Tells a wall of the database as the refusal that the rule would have given: two who delegate at once meet it there.
import { brokenConstraint } from '#platform/graph/errors';
import type { Refusal } from '#platform/vocabulary/refusal';
import { delegationRefusals } from './delegation-refusals.rules';

const told: Readonly<Record<string, () => Refusal>> = {
  delegation_not_passed_on: delegationRefusals.delegationNotPassedOn,
  delegation_by_its_holder: delegationRefusals.delegationByItsHolder,
  delegation_not_to_oneself: delegationRefusals.delegationToOneself,
  delegation_not_with_officers: delegationRefusals.delegateUnfit,
  delegation_one_at_a_time: delegationRefusals.delegatedAlready,
  delegation_revoked_stays: delegationRefusals.delegationEnded,
};

export function tellWall(error: unknown): never {
  const refuse = told[brokenConstraint(error) ?? ''];
  throw refuse ? refuse() : error;
}
