// How a process ends: in the reverse order of its beginning, once, and within a deadline.
import type { Log } from './log';

type Step = { name: string; end: () => unknown };

const DEADLINE_MS = 20_000;
// A Ctrl-C reaches the whole group, npm and start.mjs pass it on again: within this time it is the same Ctrl-C.
const SAME_SIGNAL_MS = 1_000;

const steps: Step[] = [];
let under: Promise<number> | undefined;
let firstSignalAt = 0;
let listening = false;
let handOver: (() => Promise<void>) | undefined;
let leaving = false;
let log: Log | undefined;

async function endAll(deadlineMs: number): Promise<number> {
  let code = 0;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), deadlineMs);
  });
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { name, end } = step;
    try {
      // From its first statement a step may throw at once, hence the async wrapper.
      const outcome = await Promise.race([(async () => end())(), late]);
      if (outcome === 'late') {
        log?.error({ step: name, deadlineMs }, '停止超时 · did not stop in time');
        code = 1;
        break;
      }
    } catch (error) {
      log?.error({ step: name, err: error }, '停止时出错 · failed while stopping');
      code = 1;
    }
  }
  clearTimeout(timer);
  return code;
}

/** Ends every registered step, last first; a second call waits for the first one. Answers the exit code. */
export function shutDown(deadlineMs = DEADLINE_MS): Promise<number> {
  under ??= endAll(deadlineMs);
  return under;
}

export const isShuttingDown = (): boolean => under !== undefined;

function onSignal(signal: NodeJS.Signals): void {
  const now = performance.now();
  if (under || leaving) {
    // Someone who presses Ctrl-C again does not want to wait any longer.
    if (signal === 'SIGINT' && now - firstSignalAt > SAME_SIGNAL_MS) process.exit(130);
    return;
  }
  firstSignalAt = now;
  log?.info({ signal }, '正在停止 · stopping');
  leaving = true;
  void (handOver?.() ?? Promise.resolve()).then(() => shutDown()).then((code) => process.exit(code));
}

/** What is done first when the process is told to end, while it still serves: its time is not counted against the deadline. */
export function handOverFirst(handing: () => Promise<void>): void {
  handOver = handing;
}

/** Registers what has to end with the process; the last registered ends first. */
export function onShutdown(name: string, end: () => unknown, tellTo?: Log): void {
  log = tellTo ?? log;
  if (!listening) {
    listening = true;
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  }
  steps.push({ name, end });
}

/** A child of `npm start` ends when its parent has gone, also when that was killed; elsewhere there is no such parent. */
export function endWithParent(): void {
  process.once('disconnect', () => void shutDown().then((code) => process.exit(code)));
}
