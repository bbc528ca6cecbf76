// Lists what funds told (对外事件), in the order in which it was committed; the epoch of the last one is the reader's cursor.
import type { Context } from '#platform/graph/context';
import { invalidInput } from '#platform/vocabulary/refusal';

export interface FundsEvent {
  epoch: number;
  kind: string;
  subjectId: string;
  body: unknown;
  toldAt: Date;
}

const MOST = 200;
const EVENTS =
  'select epoch, kind, subject_id as "subjectId", body, told_at as "toldAt" from funds.events_after($1, $2)';

export function listEvents({ inScope }: Context, after: number, first: number): Promise<FundsEvent[]> {
  if (first < 1 || first > MOST) throw invalidInput('first', `1 至 ${MOST}`, `from 1 to ${MOST}`);
  return inScope.read((rows) => rows.query<FundsEvent>(EVENTS, [after, first]), 'public');
}
