// Rejecting, withdrawing and revoking (驳回、撤回、撤销): the rules say who may, the database holds the same by constraint.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Disbursement } from './disbursement.entity';
import { checkHands, type DisbursementState, type DisbursementStep, nextState } from './disbursement.rules';

export type Decision = Extract<DisbursementStep, 'reject' | 'withdraw' | 'revoke'>;

const actions: Readonly<Record<Decision, string>> = {
  reject: 'refuseDisbursement',
  withdraw: 'withdrawDisbursement',
  revoke: 'revokeDisbursement',
};

export async function decideDisbursement(
  context: Context,
  id: string,
  step: Decision,
  reason: string | null,
): Promise<string> {
  checkId(id, '发放批次 disbursement');
  const { caller, inScope } = context;
  await inScope
    .write({ action: actions[step], target: id, facts: reason === null ? {} : { reason } }, async (rows) => {
      const found = await rows.manager.findOneBy(Disbursement, { id });
      if (!found) throw commonRefusals.notFound({ what: '发放批次 disbursement' });
      nextState(found.state, step);
      checkHands(step, caller.personId ?? '', found);
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.decide_disbursement($1, $2, $3, $4) as verdict',
        [id, step, reason, newId()],
      );
      tellStale(answer?.verdict ?? 'unknown', step);
    })
    .catch((error: unknown) => {
      throw eyesOf(error) ?? error;
    });
  return id;
}

/** Somebody else was faster: the state that stands now decides what is told. */
export function tellStale(verdict: string, step: DisbursementStep): void {
  if (verdict === 'done') return;
  if (!verdict.startsWith('state ')) throw commonRefusals.notFound({ what: '发放批次 disbursement' });
  nextState(verdict.slice('state '.length) as DisbursementState, step);
  throw commonRefusals.unavailable();
}

export function eyesOf(error: unknown): Error | null {
  const broken = brokenConstraint(error);
  if (broken === 'disbursement_on_card_batch') return refusals.onCardBatch();
  const eyes = ['disbursement_four_eyes', 'disbursement_order_four_eyes', 'disbursement_approval_four_eyes'];
  if (!eyes.includes(broken ?? '')) return null;
  return refusals.fourEyes({ zh: '须另一人办理', en: 'another person has to do this' });
}
