// Tells a wall of the database as the refusal that the rule would have given: two who delegate at once meet it there.
import { brokenConstraint } from '#platform/graph/errors';
import type { Refusal } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';

const told: Readonly<Record<string, () => Refusal>> = {
  delegation_not_passed_on: refusals.delegationNotPassedOn,
  delegation_by_its_holder: refusals.delegationByItsHolder,
  delegation_not_to_oneself: refusals.delegationToOneself,
  delegation_not_with_officers: refusals.delegateUnfit,
  delegation_one_at_a_time: refusals.delegatedAlready,
  delegation_revoked_stays: refusals.delegationEnded,
};

export function tellWall(error: unknown): never {
  const refuse = told[brokenConstraint(error) ?? ''];
  throw refuse ? refuse() : error;
}
