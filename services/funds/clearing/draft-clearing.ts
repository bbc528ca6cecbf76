// Makes a prepayment, or the clearing of a year (提出预付、年终清算): by the payer, then approved and paid by two others.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { refusals } from '../refusals';
import { checkDocument } from './step-clearing';
import { refusalOfClearing, tellClearingVerdict } from './tell-clearing-verdict';

export interface DraftedClearing {
  hospitalId: string;
  year: number;
  document: string;
  /** of a prepayment; a year's amounts are those of its rows */
  amount?: bigint;
  /** of a year: a payer that the own one succeeds; the own one unless told */
  payerId?: string | null;
}

export async function draftClearing(
  { caller, inScope }: Context,
  { hospitalId, year, document, amount, payerId }: DraftedClearing,
  idempotencyKey: string,
): Promise<string> {
  checkId(hospitalId, '医院 hospital');
  const payer = payerId ?? caller.unitId;
  if (payer !== null) checkId(payer, '支付方 payer');
  checkDocument(document);
  if (amount !== undefined && amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  const action = amount === undefined ? 'draftYearClearing' : 'draftPrepayment';
  const payload = { hospitalId, payer, year, document, amount: amount?.toString() ?? null };
  const once = { subgraph: 'funds', caller, operation: action, idempotencyKey, payload } as const;
  return inScope
    .write({ action, facts: payload }, async (rows) => {
      const made = await onceOnly(rows, once, async () => {
        const id = newId();
        const [answer] =
          amount === undefined
            ? await rows.query<{ verdict: string }>('select funds.draft_year_clearing($1, $2, $3, $4, $5) as verdict', [
                ...[id, hospitalId, payer, year, document.trim()],
              ])
            : await rows.query<{ verdict: string }>('select funds.draft_prepayment($1, $2, $3, $4, $5) as verdict', [
                ...[id, hospitalId, year, amount.toString(), document.trim()],
              ]);
        tellClearingVerdict(answer?.verdict ?? 'unknown', { year });
        return id;
      });
      rows.deed.target = made;
      return made;
    })
    .catch((error: unknown) => {
      throw refusalOfClearing(error, String(year));
    });
}
