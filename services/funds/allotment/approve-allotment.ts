// Approves a drafted notice: its money is born on its lines by one journal, under another person's hand than the draft's.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { booksRefusals } from '../book/books-refusals.rules';
import { refusals } from '../refusals';

export async function approveAllotment(context: Context, id: string, idempotencyKey: string): Promise<string> {
  checkId(id, '指标文 allotment notice');
  const { caller, inScope } = context;
  const once = { subgraph: 'funds', caller, operation: 'approveAllotment', idempotencyKey, payload: { id } } as const;
  await inScope
    .write({ action: 'approveAllotment', target: id }, (rows) =>
      onceOnly(rows, once, async () => {
        const [answer] = await rows.query<{ verdict: string }>('select funds.issue_allotment($1, $2) as verdict', [
          id,
          newId(),
        ]);
        const verdict = answer?.verdict ?? 'unknown';
        if (verdict === 'unknown') throw commonRefusals.notFound({ what: '指标文 allotment notice' });
        if (verdict !== 'done') throw refusals.allotmentState({ state: verdict, zh: '批准', en: 'approve' });
        return id;
      }),
    )
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'allotment_four_eyes') throw refusals.allotmentEyes();
      if (broken === 'balance_never_negative') throw booksRefusals.overAllotted();
      throw error;
    });
  return id;
}
