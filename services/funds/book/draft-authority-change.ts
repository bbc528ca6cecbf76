// Drafts a change of a lot's authority (指标调整): money moves only with the approval of a second person.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { refusals } from '../refusals';
import type { DraftAuthorityChangeInput } from './authority-change.input';
import { refusalOfBooks } from './refusal-of-books';

export async function draftAuthorityChange(
  { caller, inScope }: Context,
  input: DraftAuthorityChangeInput,
  idempotencyKey: string,
): Promise<string> {
  checkId(input.lotId, '资金批次 lot');
  checkReason(input.reason);
  if (input.amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  const payload = { ...input };
  const once = { subgraph: 'funds', caller, operation: 'draftAuthorityChange', idempotencyKey, payload } as const;
  const run = inScope.write({ action: 'draftAuthorityChange', facts: { lot: input.lotId, kind: input.kind } }, (rows) =>
    onceOnly(rows, once, async () => {
      const id = newId();
      const { lotId, kind, amount, documentNumber, reason } = input;
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.draft_authority_change($1, $2, $3, $4, $5, $6) as verdict',
        [id, lotId, kind, amount.toString(), documentNumber, reason.trim()],
      );
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '资金批次 lot' });
      rows.deed.target = id;
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    throw refusalOfBooks(error) ?? error;
  });
}
