// Reviews a claim (审核): by the payer, with what is deducted of which line and why; the hospital bears it, the patient never.
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import type { DeductionInput } from './clearing.input';
import { checkDeductions } from './clearing.rules';
import { getClearing } from './get-clearing';
import { refusalOfClearing, tellClearingVerdict } from './tell-clearing-verdict';

export async function reviewClearing(
  { caller, inScope }: Context,
  id: string,
  deductions: readonly DeductionInput[],
  idempotencyKey: string,
): Promise<string> {
  checkId(id, '清算单 clearing');
  checkDeductions(deductions);
  deductions.forEach(({ reason }, at) => void refusePersonalNumbers(`deductions.${at}.reason`, reason));
  const told = deductions.map(({ ordinal, amount, reason }) => ({ ordinal, amount: amount.toString(), reason }));
  const payload = { id, deductions: told };
  const once = { subgraph: 'funds', caller, operation: 'reviewClearing', idempotencyKey, payload } as const;
  return inScope
    .write({ action: 'reviewClearing', target: id, facts: { deductions: deductions.length } }, (rows) =>
      onceOnly(rows, once, async () => {
        await getClearing(rows, id, { caller, step: 'review' });
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.review_clearing($1, $2::int[], $3::bigint[], $4::text[]) as verdict',
          [
            id,
            told.map(({ ordinal }) => ordinal),
            told.map(({ amount }) => amount),
            told.map(({ reason }) => reason.trim()),
          ],
        );
        tellClearingVerdict(answer?.verdict ?? 'unknown', { step: 'review' });
        return id;
      }),
    )
    .catch((error: unknown) => {
      throw refusalOfClearing(error);
    });
}
