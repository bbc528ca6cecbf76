// Sends a request once more where the first one surely did nothing: the other end was restarting, or closed a connection that lay idle.

/** A process that starts again needs about this long. */
const RESTART_MS = 1_500;
const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 200;

const CLOSED_UNDER_US = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/**
 * `isQuery`: a query may be sent again when its connection broke before a byte was answered, once. Anything may be sent again
 * when the connection was refused, because then nothing was sent at all; `leftMs` says how long that may be tried.
 */
export async function sendAgain<T>(
  send: () => Promise<T>,
  { isQuery, leftMs }: { isQuery: boolean; leftMs: number },
): Promise<T> {
  const until = performance.now() + Math.min(RESTART_MS, leftMs * 0.75);
  let mayRepeat = isQuery;
  for (let pauseMs = FIRST_PAUSE_MS; ; ) {
    try {
      return await send();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (mayRepeat && code !== undefined && CLOSED_UNDER_US.has(code)) {
        mayRepeat = false;
        continue;
      }
      if (code !== 'ECONNREFUSED' || performance.now() + pauseMs > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
}
