// An errand (值守差事): what a subgraph does of its own accord and not for a request, again and again, until it closes.
import type { Caller } from '../vocabulary/caller';
import type { Context } from './context';

export interface ErrandAt<Tools = unknown> {
  readonly tools: Tools;
  readonly log: { error(facts: object, message: string): void };
  /** on the subgraph's own login, which reaches no rows: functions that it was granted, and nothing else */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** rows and questions as of that caller, behind all his walls */
  contextOf(caller: Caller): Context<Tools>;
}

export interface Errand {
  close(): Promise<void>;
}

/** Null where there is nothing to do. */
export type ErrandMaker = (at: ErrandAt<never>) => Errand | null;

/** One round after the other, each a pause after the last ended; a round that fails is told and the next one comes all the same. */
export function inRounds(log: ErrandAt['log'], pauseMs: number, round: () => Promise<void>): Errand {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const plan = () => {
    if (closed) return;
    timer = setTimeout(() => {
      running = round()
        .catch((error: unknown) => log.error({ err: error }, 'a round of an errand failed'))
        .finally(plan);
    }, pauseMs);
    timer.unref();
  };
  plan();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
