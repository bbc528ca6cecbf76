// Issues and recalls the payment order of a claim (开具、撤回报账支付令): by finance, never by whoever claimed or approved.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { reimbursementRefusals as refusals } from './reimbursement-refusals.rules';
import { StageClaim, StageClaimState } from './stage-claim.entity';

const notFound = () => commonRefusals.notFound({ what: '报账申请 claim' });

function tellStale(verdict = 'unknown'): void {
  if (verdict.startsWith('state ')) throw refusals.claimState({ state: verdict.slice(6) });
  if (verdict !== 'done') throw notFound();
}

export async function orderStageClaim(context: Context, id: string, idempotencyKey: string): Promise<string> {
  checkId(id, '报账申请 claim');
  const { caller, inScope } = context;
  const { personId, principalId, standsFor } = caller;
  if (personId === null) throw commonRefusals.forbidden();
  const operation = 'issueStagePaymentOrder';
  const once = { subgraph: 'funds', caller, operation, idempotencyKey, payload: { id } } as const;
  await inScope
    .write({ action: operation, target: id }, (rows) =>
      onceOnly(rows, once, async () => {
        const [claim] = await rows.select(StageClaim, 'where t.id = $1', [id]);
        if (!claim) throw notFound();
        if (claim.state !== StageClaimState.approved) throw refusals.claimState({ state: claim.state });
        const made = [claim.appliedBy, ...(claim.approvedBy ? [claim.approvedBy] : [])];
        const finance = { personId, principalId, standsFor };
        if (made.some((hand) => !mayCheck(finance, { personId: hand, principalId: null }))) throw refusals.claimEyes();
        const order = newId();
        const number = `ZF-${order.slice(0, 8)}${order.slice(-6)}`.toUpperCase();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.order_stage_claim($1, $2, $3) as verdict',
          [id, order, number],
        );
        tellStale(answer?.verdict);
        return id;
      }),
    )
    .catch((error: unknown) => {
      throw brokenConstraint(error) === 'stage_claim_order_four_eyes' ? refusals.claimEyes() : error;
    });
  return id;
}

export async function recallStageOrder({ inScope }: Context, id: string, reason: string): Promise<string> {
  checkId(id, '报账申请 claim');
  await inScope.write({ action: 'recallStagePaymentOrder', target: id, facts: { reason } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.recall_stage_order($1, $2) as verdict', [
      id,
      reason,
    ]);
    tellStale(answer?.verdict);
  });
  return id;
}
