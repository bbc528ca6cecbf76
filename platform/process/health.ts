// Whether a process lives and whether it may be given work, each check with a reason in Chinese and English.
const CHECK_MS = 1_500;

export interface CheckResult {
  name: string;
  ok: boolean;
  ms: number;
  reason?: string;
}

export interface Readiness {
  ready: boolean;
  checks: CheckResult[];
}

/** Throws or rejects when not ready; the error's own text is never shown, since probes are answered without a token. */
export type Check = () => unknown;

export interface Health {
  /** `reason` is told when the check fails: 中文 · English. */
  readyWhen(name: string, reason: string, check: Check): void;
  liveWhen(name: string, reason: string, check: Check): void;
  live(): Promise<Readiness>;
  ready(): Promise<Readiness>;
  /** From now on not ready, so that a balancer stops sending work before the process drains. */
  close(): void;
}

type Named = { name: string; reason: string; check: Check };

async function look({ name, reason, check }: Named, withinMs: number): Promise<CheckResult> {
  const begun = performance.now();
  const spent = (): number => Math.round(performance.now() - begun);
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      // A check that throws at once is a failed check like any other.
      (async () => check())(),
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error('late')), withinMs);
      }),
    ]);
    return { name, ok: true, ms: spent() };
  } catch {
    return { name, ok: false, ms: spent(), reason };
  } finally {
    clearTimeout(timer);
  }
}

export function createHealth(withinMs = CHECK_MS): Health {
  const livings: Named[] = [];
  const readies: Named[] = [];
  let closing = false;
  const all = async (named: readonly Named[]): Promise<Readiness> => {
    const checks = await Promise.all(named.map((each) => look(each, withinMs)));
    return { ready: checks.every(({ ok }) => ok), checks };
  };
  return {
    readyWhen: (name, reason, check) => void readies.push({ name, reason, check }),
    liveWhen: (name, reason, check) => void livings.push({ name, reason, check }),
    live: () => all(livings),
    async ready() {
      if (!closing) return all(readies);
      return { ready: false, checks: [{ name: 'closing', ok: false, ms: 0, reason: '正在停止 · stopping' }] };
    },
    close() {
      closing = true;
    },
  };
}
