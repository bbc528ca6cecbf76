// Seals the days that are over (日封): stream by stream, day by day, each in a statement of its own; two that do it at once write one seal.
import { type Errand, type ErrandAt, inRounds } from '#platform/graph/errand';
import { type DaySeal, sealDay } from '#platform/vocabulary/day-seal';
import { sealStreams } from './seal.entity';

export type SealQuery = <T>(sql: string, parameters?: readonly unknown[]) => Promise<T[]>;

const OPEN = 'select id, day::text as day, content from funds.rows_to_seal($1)';
const LAST = 'select number, link, hash from funds.last_seal($1)';
const KEEP = 'select funds.keep_seal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as kept';

/** Answers how many seals were written. */
export async function sealDays(query: SealQuery): Promise<number> {
  let sealed = 0;
  for (const stream of sealStreams) {
    for (;;) {
      const [before = null] = await query<Pick<DaySeal, 'number' | 'link' | 'hash'>>(LAST, [stream]);
      const rows = await query<{ id: string; day: string; content: unknown }>(OPEN, [stream]);
      const [first] = rows;
      if (!first) break;
      const { number, day, root, link, previous, hash, rows: made } = sealDay({ stream, day: first.day, rows }, before);
      const columns = [made.map(({ id }) => id), made.map(({ leaf }) => leaf), made.map((each) => each.link)];
      const [answer] = await query<{ kept: boolean }>(KEEP, [
        ...[stream, number, day, root, link, previous, hash],
        ...columns,
      ]);
      // Another process was faster: it goes on.
      if (!answer?.kept) break;
      sealed++;
    }
  }
  return sealed;
}

const PAUSE_MS = 10 * 60 * 1000;

/** A day is sealed within minutes after midnight, or when the house is opened again. */
export function sealEveryDay(at: ErrandAt<never>): Errand {
  return inRounds(at.log, PAUSE_MS, async () => void (await sealDays((sql, parameters) => at.query(sql, parameters))));
}
