// Approves, rejects or pays a claim (审核、驳回、支付报账): three people, by the rule, by constraint, and over delegations.
import type { WriteRows } from '#platform/database/in-scope';
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

export interface Decision {
  step: ClaimStep;
  reason: string | null;
  /** on which of the pack's grounds it is rejected */
  ground?: string | null;
  idempotencyKey: string | null;
}

const actions = { approve: 'approveStageClaim', reject: 'rejectStageClaim', pay: 'payStageClaim' } as const;

export async function decideStageClaim(
  { caller, inScope }: Context,
  id: string,
  { step, reason, ground = null, idempotencyKey }: Decision,
): Promise<string> {
  checkId(id, '报账申请 claim');
  const { personId, principalId, standsFor } = caller;
  if (personId === null) throw commonRefusals.forbidden();
  const wanted = step === 'pay' ? StageClaimState.ordered : StageClaimState.applied;
  await inScope
    .write({ action: actions[step], target: id, facts: reason === null ? {} : { reason } }, async (rows) => {
      const act = async () => {
        const [claim] = await rows.select(StageClaim, 'where t.id = $1', [id]);
        if (!claim) throw commonRefusals.notFound({ what: '报账申请 claim' });
        if (claim.state !== wanted) throw refusals.claimState({ state: claim.state });
        if (step === 'reject') await checkGround(rows, claim.reimbursementId, ground);
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
        if (ground !== null) await rows.query('select funds.tell_claim_ground($1, $2)', [id, ground]);
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

/** A pack that lists grounds leaves no other; an older one leaves the reason alone. */
async function checkGround(rows: WriteRows, reimbursementId: string, ground: string | null): Promise<void> {
  const [known] = await rows.query<{ grounds: string[] | null }>('select funds.claim_grounds($1) as grounds', [
    reimbursementId,
  ]);
  const grounds = known?.grounds ?? [];
  if (ground === null ? grounds.length > 0 : !grounds.includes(ground))
    throw refusals.groundUnknown({ field: 'ground', grounds: grounds.join(', ') });
}
