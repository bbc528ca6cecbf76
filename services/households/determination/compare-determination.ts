// Records the comparison (比对) with the data of other bureaus: what was looked at, and what was found.
import type { Context } from '#platform/graph/context';
import { checkText } from '../household/codes.rules';
import { moveDetermination } from './move-determination';

export function compareDetermination(
  context: Context,
  id: string,
  { clean, remark }: { clean: boolean; remark: string },
): Promise<string> {
  const found = checkText(remark, 'remark', 2, 1000);
  return moveDetermination(context, 'compareDetermination', id, 'compare', () => ({ facts: { clean }, remark: found }));
}
