// Reverses a journal (冲销) by a negated one: once, with a reason; the books themselves are never edited.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusalOfBooks } from '../book/refusal-of-books';
import { flowRefusals } from '../disbursement/flow-refusals.rules';
import { refusals } from '../refusals';
import { checkReason } from './reason.rules';

export async function reverseJournal(
  context: Context,
  id: string,
  reason: string,
  idempotencyKey: string,
): Promise<string> {
  checkId(id, '凭证 journal');
  checkReason(reason);
  const { caller, inScope } = context;
  const once = {
    subgraph: 'funds',
    caller,
    operation: 'reverseJournal',
    idempotencyKey,
    payload: { id, reason },
  } as const;
  const made = await inScope
    .write({ action: 'reverseJournal', target: id, facts: { reason } }, (rows) =>
      onceOnly(rows, once, async () => {
        const reversal = newId();
        const [answer] = await rows.query<{ verdict: string }>('select funds.reverse_journal($1, $2, $3) as verdict', [
          id,
          reversal,
          reason,
        ]);
        const verdict = answer?.verdict ?? 'unknown';
        if (verdict === 'unknown') throw commonRefusals.notFound({ what: '凭证 journal' });
        if (verdict !== 'done') throw refusals.journalNotReversible({ kind: verdict.replace('kind ', '') });
        return reversal;
      }),
    )
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'journal_reversed_once') throw refusals.journalReversed();
      if (broken === 'line_reissue_within_returned') throw flowRefusals.returnReissued();
      if (broken === 'balance_never_negative') throw refusals.allotmentSpent();
      throw refusalOfBooks(error) ?? error;
    });
  return made;
}
