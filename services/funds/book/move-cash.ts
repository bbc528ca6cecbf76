// Records cash that the treasury paid in, or that was handed back to it (资金到账、缴回): with its value date, and never more than there is authority for.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { booksRefusals } from './books-refusals.rules';
import type { CashMove } from './cash-receipt.entity';
import type { MoveCashInput } from './cash-receipt.input';
import { refusalOfBooks } from './refusal-of-books';

export async function moveCash(
  { caller, inScope }: Context,
  kind: CashMove,
  input: MoveCashInput,
  idempotencyKey: string,
): Promise<string> {
  checkId(input.allotmentId, '指标文 allotment notice');
  const seen = new Set<string>();
  for (const { lotId, amount } of input.lines) {
    checkId(lotId, '资金批次 lot');
    if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
    if (seen.has(lotId)) throw refusals.lotRepeated({ lot: lotId });
    seen.add(lotId);
  }
  const action = kind === 'receive' ? 'receiveCash' : 'handBackCash';
  const payload = { ...input, lines: input.lines.map((line) => ({ ...line })) };
  const once = { subgraph: 'funds', caller, operation: action, idempotencyKey, payload } as const;
  const run = inScope.write({ action, facts: { allotmentId: input.allotmentId, voucher: input.voucher } }, (rows) =>
    onceOnly(rows, once, async () => {
      const id = newId();
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.move_cash($1, $2, $3, $4, $5, $6, $7, $8) as verdict',
        [
          id,
          input.allotmentId,
          kind,
          input.voucher,
          input.valueDate,
          input.lines.map(({ lotId }) => lotId),
          input.lines.map(({ amount }) => amount.toString()),
          newId(),
        ],
      );
      if (answer?.verdict === 'day') throw booksRefusals.cashDay();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '指标文 allotment notice' });
      rows.deed.target = id;
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    const broken = brokenConstraint(error);
    if (broken === 'cash_receipt_voucher_once') throw booksRefusals.voucherTaken({ voucher: input.voucher });
    // More is handed back than ever came.
    if (broken === 'balance_source_never_positive') throw booksRefusals.cashInsufficient();
    throw refusalOfBooks(error) ?? error;
  });
}
