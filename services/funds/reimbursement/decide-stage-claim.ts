// Approves, rejects or pays a claim (审核、驳回、支付报账): three people, by the rule, by constraint, and over delegations.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusalOfBooks } from '../book/refusal-of-books';
import { reimbursementRefusals as refusals } from './reimbursement-refusals.rules';
import { StageClaim, StageClaimState } from './stage-claim.entity';

export type ClaimStep = 'approve' | 'reject' | 'pay';

const actions = { approve: 'approveStageClaim', reject: 'rejectStageClaim', pay: 'payStageClaim' } as const;

export async function decideStageClaim(
  { caller, inScope }: Context,
  id: string,
  { step, reason, idempotencyKey }: { step: ClaimStep; reason: string | null; idempotencyKey: string | null },
): Promise<string> {
  checkId(id, '报账申请 claim');
  const { personId, principalId, standsFor } = caller;
  if (personId === null) throw commonRefusals.forbidden();
  const wanted = step === 'pay' ? StageClaimState.approved : StageClaimState.applied;
  await inScope
    .write({ action: actions[step], target: id, facts: reason === null ? {} : { reason } }, async (rows) => {
      const act = async () => {
        const [claim] = await rows.select(StageClaim, 'where t.id = $1', [id]);
        if (!claim) throw commonRefusals.notFound({ what: '报账申请 claim' });
        if (claim.state !== wanted) throw refusals.claimState({ state: claim.state });
        const made = [claim.appliedBy, ...(step === 'pay' && claim.approvedBy ? [claim.approvedBy] : [])];
        const checker = { personId, principalId, standsFor };
        if (made.some((hand) => !mayCheck(checker, { personId: hand, principalId: null }))) throw refusals.claimEyes();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.decide_stage_claim($1, $2, $3, $4) as verdict',
          [id, step, reason, newId()],
        );
        const verdict = answer?.verdict ?? 'unknown';
        if (verdict.startsWith('state ')) throw refusals.claimState({ state: verdict.slice(6) });
        if (verdict !== 'done') throw commonRefusals.notFound({ what: '报账申请 claim' });
        return id;
      };
      if (idempotencyKey === null) return act();
      return onceOnly(
        rows,
        { subgraph: 'funds', caller, operation: actions[step], idempotencyKey, payload: { id } },
        act,
      );
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'stage_claim_four_eyes') throw refusals.claimEyes();
      throw refusalOfBooks(error) ?? error;
    });
  return id;
}
