// Reviews a determination (乡镇审核), by another hand than proposed and appraised it.
import type { Context } from '#platform/graph/context';
import { moveDetermination } from './move-determination';

export function reviewDetermination(context: Context, id: string, remark: string | null): Promise<string> {
  return moveDetermination(context, 'reviewDetermination', id, 'review', () => ({ remark }));
}
