// Drafts, approves and withdraws a change of a lot's authority (指标调整): money moves only with the approval of a second person.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { refusals } from '../refusals';
import type { DraftAuthorityChangeInput } from './authority-change.entity';
import { booksRefusals } from './books-refusals.rules';

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
  return inScope.write({ action: 'draftAuthorityChange', facts: { lot: input.lotId, kind: input.kind } }, (rows) =>
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
}

const words = { approve: { zh: '批准', en: 'approve' }, withdraw: { zh: '撤回', en: 'withdraw' } } as const;

export async function decideAuthorityChange(
  { caller, inScope }: Context,
  id: string,
  step: 'approve' | 'withdraw',
  idempotencyKey: string,
): Promise<string> {
  checkId(id, '指标调整 change of authority');
  const operation = `${step}AuthorityChange`;
  const once = { subgraph: 'funds', caller, operation, idempotencyKey, payload: { id } } as const;
  const run = inScope.write({ action: operation, target: id }, (rows) =>
    onceOnly(rows, once, async () => {
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.decide_authority_change($1, $2, $3) as verdict',
        [id, step, newId()],
      );
      const verdict = answer?.verdict ?? 'unknown';
      if (verdict === 'unknown') throw commonRefusals.notFound({ what: '指标调整 change of authority' });
      if (verdict === 'not-the-maker') throw refusals.notTheMaker();
      if (verdict !== 'done') throw booksRefusals.changeState({ state: verdict, ...words[step] });
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    throw refusalOfBooks(error) ?? error;
  });
}

/** What the constraints of the two books say, as it is told. */
export function refusalOfBooks(error: unknown): Error | null {
  const broken = brokenConstraint(error);
  if (broken === 'authority_change_four_eyes') return booksRefusals.changeEyes();
  if (broken === 'balance_never_negative' || broken === 'balance_source_never_positive')
    return booksRefusals.overAllotted();
  if (broken === 'balance_cash_covered') return booksRefusals.cashInsufficient();
  if (broken === 'balance_cash_within_authority') return booksRefusals.cashBeyondAuthority();
  return null;
}
