// Approves a disbursement (审核): the step of its flow that waits, by a post that the step names, each person once; the last one makes it approved.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { waitingStep } from './approval-flow.rules';
import { eyesOf, tellStale } from './decide-disbursement';
import { Disbursement } from './disbursement.entity';
import { checkHands, nextState } from './disbursement.rules';
import { DisbursementApproval } from './disbursement-approval.entity';
import { flowRefusals } from './flow-refusals.rules';

export async function approveDisbursement(context: Context, id: string): Promise<string> {
  checkId(id, '发放批次 disbursement');
  const { caller, inScope } = context;
  const { personId, principalId, standsFor, post } = caller;
  if (personId === null) throw commonRefusals.forbidden();
  await inScope
    .write({ action: 'approveDisbursement', target: id }, async (rows) => {
      const [found] = await rows.select(Disbursement, 'where t.id = $1', [id]);
      if (!found) throw commonRefusals.notFound({ what: '发放批次 disbursement' });
      nextState(found.state, 'approve');
      checkHands('approve', personId, found);
      const given = await rows.select(DisbursementApproval, 'where t.disbursement_id = $1 order by t.id', [id]);
      const checker = { personId, principalId, standsFor };
      // One human who stands for two of them counts once.
      if (given.some((each) => !mayCheck(checker, { personId: each.personId, principalId: null })))
        throw flowRefusals.approvedAlready();
      const step = waitingStep(found.flow, given);
      if (step && !step.posts.includes(post))
        throw flowRefusals.notYourStep({
          step: step.code,
          zh: step.title.zh,
          en: step.title.en,
          posts: step.posts.join(', '),
        });
      const [noted] = await rows.query<{ verdict: string }>('select funds.note_approval($1, $2, $3, $4) as verdict', [
        id,
        newId(),
        step?.code ?? 'office',
        post,
      ]);
      if (noted?.verdict === 'twice') throw flowRefusals.approvedAlready();
      // Somebody else was faster, and it waits for another step now.
      if (noted?.verdict === 'step') throw commonRefusals.unavailable();
      const last = noted?.verdict === 'last';
      if (!last) tellStale(noted?.verdict ?? 'unknown', 'approve');
      rows.deed.facts = { step: step?.code ?? 'office', last };
      if (!last) return;
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.decide_disbursement($1, $2, $3, $4) as verdict',
        [id, 'approve', null, newId()],
      );
      tellStale(answer?.verdict ?? 'unknown', 'approve');
    })
    .catch((error: unknown) => {
      throw eyesOf(error) ?? error;
    });
  return id;
}
