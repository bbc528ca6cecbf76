// Holds the lead unit of an overdue finding to account (问责), under a document.
import type { Context } from '#platform/graph/context';
import type { Finding } from './finding.entity';
import type { HoldAccountableInput } from './finding.input';
import { checkAccountable } from './finding.rules';
import { moveFinding } from './move-finding';

/** Only of what is overdue, by its date; the rectification is still owed. */
export function holdAccountable(
  context: Context,
  { id, documentNumber, remark }: HoldAccountableInput,
): Promise<Finding> {
  return moveFinding(context, 'holdAccountable', id, (finding, { today }) => {
    checkAccountable(finding, today);
    return { to: 'accountable', change: {}, remark, documentNumber };
  });
}
