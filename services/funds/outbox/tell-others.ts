// Tells the other subgraphs (告知其他子图) what happened here, in the transaction in which it happens: both are there, or neither.
import type { Rows } from '#platform/database/in-scope';

export interface ToldEvent {
  /** what happened, such as `goods-accepted` */
  kind: string;
  /** what it happened to */
  subjectId: string;
  body: Readonly<Record<string, unknown>>;
}

/** Tellers wait for each other until they commit: to be called last in a transaction. Answers the epoch of the event. */
export async function tellOthers(rows: Pick<Rows, 'query'>, { kind, subjectId, body }: ToldEvent): Promise<number> {
  const [told] = await rows.query<{ epoch: number }>('select funds.tell_others($1, $2, $3) as epoch', [
    ...[kind, subjectId, JSON.stringify(body)],
  ]);
  if (!told) throw new Error('an event that was told has no epoch');
  return told.epoch;
}
