// Admits requests at the door (门口限流): as many at a time as are answered quickly enough, and an immediate 503 for the rest.
import type { ServerResponse } from 'node:http';
import { gatewayRefusals } from '../refusals';
import { securityHeaderList } from '../security-headers';
import { toldRefusal } from '../tell-error';

export interface AdmissionSettings {
  /** never more at a time than this */
  most: number;
  /** above this even the quicker answers are too slow, and fewer requests are let in */
  targetMs: number;
  onTurnedAway(request: TurnedAway): void;
  now?: () => number;
}

/** Tells how late the event loop is, ten times a second; answers how to stop. */
export function watchLag(tell: (lagMs: number) => void): () => void {
  let due = performance.now() + LAG_EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    tell(now - due);
    due = now + LAG_EVERY_MS;
  }, LAG_EVERY_MS).unref();
  return () => clearInterval(timer);
}

export interface TurnedAway {
  allowed: number;
}

const FIRST = 64;
/** Few slow requests are no overload: below this nobody is turned away for being slow. */
const LEAST = 16;
const EVERY_MS = 200;
const LAG_EVERY_MS = 100;
const ENOUGH = 5;
const RETRY_AFTER_SECONDS = '1';

export class Admission {
  private bound: number;
  private running = 0;
  private peak = 0;
  private lookedAt: number;
  private latencies: number[] = [];
  /** the same answer for all who are turned away at one bound */
  private refused: ({ allowed: number } & ReturnType<typeof refusalOf>) | null = null;
  private readonly now: () => number;

  constructor(private readonly settings: AdmissionSettings) {
    this.now = settings.now ?? (() => performance.now());
    this.bound = Math.min(FIRST, settings.most);
    this.lookedAt = this.now();
  }

  get inFlight(): number {
    return this.running;
  }

  get allowed(): number {
    return Math.floor(this.bound);
  }

  async admit(response: ServerResponse, answer: () => Promise<void>): Promise<void> {
    if (this.running >= this.allowed) {
      this.peak = this.running;
      return this.turnAway(response);
    }
    this.running++;
    if (this.running > this.peak) this.peak = this.running;
    const begun = this.now();
    try {
      await answer();
    } finally {
      this.running--;
      const ended = this.now();
      this.latencies.push(ended - begun);
      if (ended - this.lookedAt >= EVERY_MS && this.latencies.length >= ENOUGH) this.adjust(ended);
    }
  }

  /**
   * A congested process makes everybody slow, an ill subgraph only those who ask it: so it is the quicker quarter whose slowness
   * counts. A bound that is not made use of stays, whatever the latency.
   */
  private adjust(now: number): void {
    const { most, targetMs } = this.settings;
    const quick = this.latencies.sort((a, b) => a - b)[Math.floor(this.latencies.length / 4)] as number;
    const isSlow = quick > targetMs;
    // The slower they are the more is taken off, half at most.
    const less = this.bound * Math.max(0.5, targetMs / quick);
    if (isSlow && this.peak >= this.bound / 2) this.bound = Math.max(less, Math.min(LEAST, most));
    else if (!isSlow && this.peak >= this.allowed) this.bound = Math.min(this.bound * 1.1 + 1, most);
    this.latencies = [];
    this.peak = this.running;
    this.lookedAt = now;
  }

  /** How late the event loop is: where it is, even what was refused is told late, and latencies are not yet known. */
  noticeLag(lagMs: number): void {
    const { most, targetMs } = this.settings;
    if (lagMs > targetMs / 4 && this.peak >= this.bound / 2)
      this.bound = Math.max(this.bound * 0.7, Math.min(LEAST, most));
  }

  /** Nothing of the request is read, no id is made, nothing is written to the log for it: a "no" must be far cheaper than an answer. */
  private turnAway(response: ServerResponse): void {
    const { allowed } = this;
    if (this.refused?.allowed !== allowed) this.refused = { allowed, ...refusalOf(allowed) };
    const { head, body } = this.refused;
    response.writeHead(503, head);
    response.end(body);
    this.settings.onTurnedAway({ allowed });
  }
}

function refusalOf(allowed: number) {
  const body = Buffer.from(JSON.stringify({ errors: [toldRefusal(gatewayRefusals.overloaded({ allowed }))] }));
  const head = [
    ...['content-type', 'application/json; charset=utf-8'],
    ...['content-length', String(body.length)],
    ...['cache-control', 'no-store'],
    ...['retry-after', RETRY_AFTER_SECONDS],
    ...securityHeaderList,
  ];
  return { head, body };
}
