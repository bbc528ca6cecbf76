// A child's half of the talk between the runner and the processes that it measures.
import { isShuttingDown, shutDown } from '#platform/process/shutdown';

export interface Asked {
  id: number;
  verb: string;
  given: unknown;
}

export interface Told {
  id: number;
  told?: unknown;
  failed?: string;
}

export type Verbs = Readonly<Record<string, (given: never) => unknown>>;

/** Answers until the runner goes away, however it goes; then the process ends too. */
export function answerParent(verbs: Verbs): void {
  process.on('message', (message) => {
    const { id, verb, given } = message as Asked;
    void (async () => verbs[verb]?.(given as never))().then(
      (told) => process.send?.({ id, told } satisfies Told),
      (error: Error) => process.send?.({ id, failed: error.stack ?? error.message } satisfies Told),
    );
  });
  process.once('disconnect', () => {
    if (!isShuttingDown()) void shutDown().then((code) => process.exit(code));
  });
}
