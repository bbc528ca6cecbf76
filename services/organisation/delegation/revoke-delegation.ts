// Revokes a delegation (撤销代理): by its giver, by the security administrator, or given up by whoever holds it; the next request finds it ended.
import type { Context } from '#platform/graph/context';
import type { Delegation } from './delegation.entity';
import type { RevokeDelegationArgs } from './delegation.input';
import { delegationRefusals } from './delegation-refusals.rules';
import { findDelegation } from './find-delegation';

export function revokeDelegation(
  { caller, inScope }: Context<never>,
  { id, reason }: RevokeDelegationArgs,
): Promise<Delegation> {
  return inScope.write(
    { action: 'revokeDelegation', target: id, facts: { reason } },
    async (rows) => {
      await rows.query('select 1 from organisation.delegation where id = $1 for update', [id]);
      const delegation = await findDelegation(
        rows,
        id,
        ({ delegatorId, delegateId }) =>
          caller.post === 'security-administrator' || [delegatorId, delegateId].includes(caller.personId ?? ''),
      );
      if (delegation.revokedAt) throw delegationRefusals.delegationEnded();
      const revoked = { revokedAt: await rows.now(), revokedBy: caller.personId, revokeReason: reason };
      await rows.query(
        'update organisation.delegation set revoked_at = $2, revoked_by = $3, revoke_reason = $4 where id = $1',
        [id, revoked.revokedAt, revoked.revokedBy, reason],
      );
      return Object.assign(delegation, revoked);
    },
    'desk',
  );
}
