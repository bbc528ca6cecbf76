// Enters a contract that is paid in stages (登记报账项目): on a lot, with its plan, checked against the negative list.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkUse } from '../disbursement/check-use';
import { nameContract } from '../project/name-project';
import { refusals } from '../refusals';
import type { OpenReimbursementInput } from './reimbursement.input';
import { reimbursementRefusals } from './reimbursement-refusals.rules';

export async function openReimbursement(
  context: Context,
  input: OpenReimbursementInput,
  idempotencyKey: string,
): Promise<string> {
  const { allotmentLineId, title, payee, contractNumber, planned, contracted } = input;
  checkId(allotmentLineId, '资金批次 lot');
  if (planned <= 0n || contracted <= 0n)
    throw refusals.amountNotPositive({ field: planned <= 0n ? 'planned' : 'contracted' });
  await checkUse(context, { purpose: '', documentNumber: contractNumber, use: title });
  const { caller, inScope } = context;
  const payload = { ...input };
  const once = { subgraph: 'funds', caller, operation: 'openReimbursement', idempotencyKey, payload } as const;
  return inScope.write({ action: 'openReimbursement', facts: { lot: allotmentLineId } }, async (rows) => {
    const made = await onceOnly(rows, once, async () => {
      const id = newId();
      const number = `BZ-${id.slice(0, 8)}${id.slice(-6)}`.toUpperCase();
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.open_reimbursement($1, $2, $3, $4, $5, $6, $7, $8, $9) as verdict',
        [
          id,
          number,
          allotmentLineId,
          caller.regionId,
          title,
          payee,
          contractNumber,
          planned.toString(),
          contracted.toString(),
        ],
      );
      if (answer?.verdict === 'no-pack') throw reimbursementRefusals.noStagePack();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '资金批次 lot' });
      await nameContract(rows, id, input.projectId);
      return id;
    });
    rows.deed.target = made;
    return made;
  });
}
