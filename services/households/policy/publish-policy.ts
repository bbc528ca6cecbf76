// Publishes a policy (发布政策): by a second person of the line or of the office, and from then on it is anybody's to read.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { checkLine, noPolicy } from './draft-policy';
import { Policy } from './policy.entity';
import { policyRefusals as refusals } from './policy-refusals.rules';

export async function publishPolicy({ caller, inScope }: Context, id: string): Promise<string> {
  checkId(id, '政策 policy');
  return inScope
    .write({ action: 'publishPolicy', target: id }, async (rows) => {
      const policy = await rows.manager.findOneBy(Policy, { id });
      if (!policy) throw noPolicy();
      if (policy.publishedAt !== null) throw refusals.policyPublished();
      checkLine(caller, policy.line);
      if (policy.draftedBy === caller.personId) throw refusals.policyFourEyes();
      await rows.manager.update(Policy, { id }, { publishedBy: caller.personId, publishedAt: await rows.now() });
      return id;
    })
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'policy_four_eyes') throw refusals.policyFourEyes();
      if (broken === 'policy_superseded_once') throw refusals.policySuperseded();
      if (broken === 'policy_decided_once') throw refusals.policyPublished();
      throw error;
    });
}
