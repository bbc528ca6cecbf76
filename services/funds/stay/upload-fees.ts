// Uploads the fees of a stay (费用上传), as a whole list.
import type { Context } from '#platform/graph/context';
import { changeStay } from './change-stay';
import type { FeeInput } from './stay.input';
import { checkFees } from './stay.rules';

/** The list as a whole: uploading it again replaces it, so that a repeated upload doubles nothing. */
export async function uploadFees(context: Context, stayId: string, lines: readonly FeeInput[]): Promise<string> {
  checkFees(lines);
  const told = lines.map(({ name, feeClass, amount, outOfPolicy, servedOn }) => ({
    name,
    servedOn: servedOn ?? null,
    feeClass,
    amount: amount.toString(),
    outOfPolicy: outOfPolicy.toString(),
  }));
  return changeStay(context, stayId, 'upload', { action: 'uploadFees', facts: { lines: lines.length } }, (query) =>
    query('select funds.put_fees($1, $2, null) as verdict', [stayId, JSON.stringify(told)]),
  );
}
