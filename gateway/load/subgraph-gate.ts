// The gate (闸门) that every call to one subgraph passes: a breaker, a bulkhead and the time limit, so that an ill one holds up nothing else.
import type { SubgraphName } from '#platform/database/roles';
import { commonRefusals, Refusal } from '#platform/vocabulary/refusal';
import { gatewayRefusals } from '../refusals';
import { within } from '../within';
import { Breaker, type BreakerState, type Outcome, type Passage } from './breaker';
import { Bulkhead } from './bulkhead';

export interface GateSettings {
  subgraph: SubgraphName;
  /** calls at a time, and how many may wait behind them */
  most: number;
  mostWaiting: number;
  /** of the breaker: failures that open it, and its pause before a probe */
  failures: number;
  pauseMs: number;
  onChange?(state: BreakerState): void;
}

const BUSY_MS = 100;

export class SubgraphGate {
  readonly breaker: Breaker;
  readonly bulkhead: Bulkhead;

  constructor(private readonly settings: GateSettings) {
    this.breaker = new Breaker(settings);
    this.bulkhead = new Bulkhead(settings);
  }

  /**
   * Does the work, which is told how long it may take. `usualMs` is the limit of such a call where nothing else has used up its time:
   * one that was given less than half of it says nothing about the subgraph when it is late.
   */
  async pass<T>(work: (limitMs: number) => Promise<T>, limitMs: number, usualMs = limitMs): Promise<T> {
    const { subgraph } = this.settings;
    const passage = this.breaker.enter();
    if (passage === 'refused') throw this.broken();
    const place = this.bulkhead.enter();
    let left = limitMs;
    if (place !== 'in') {
      const begun = performance.now();
      try {
        if (place === 'full') throw gatewayRefusals.subgraphBusy({ subgraph, retryAfterSeconds: 1 });
        await within(place.turn, left, () => commonRefusals.unavailable({ subgraph }));
      } catch (error) {
        // Its turn may have come in the very moment in which it gave up.
        if (place !== 'full' && !place.giveUp()) this.bulkhead.leave();
        this.breaker.report(passage, 'undecided');
        throw error;
      }
      left -= performance.now() - begun;
    }
    return this.run(work, left, left >= usualMs / 2, passage);
  }

  private async run<T>(
    work: (limitMs: number) => Promise<T>,
    limitMs: number,
    hasTime: boolean,
    passage: Passage,
  ): Promise<T> {
    let outcome: Outcome = 'answered';
    const begun = performance.now();
    try {
      return await within(work(limitMs), limitMs, () =>
        commonRefusals.unavailable({ subgraph: this.settings.subgraph }),
      );
    } catch (error) {
      // Where this process itself was too busy to see the limit pass, the answer may have been waiting to be read.
      const wasBusy = performance.now() - begun > limitMs + BUSY_MS;
      if (isFailure(error)) outcome = hasTime && !wasBusy ? 'failed' : 'undecided';
      throw error;
    } finally {
      // Also when the work goes on unheard: one that never ends would hold its place for ever.
      this.bulkhead.leave();
      this.breaker.report(passage, outcome);
    }
  }

  private broken(): Refusal {
    const retryAfterSeconds = Math.max(1, Math.ceil(this.breaker.waitMs / 1000));
    return gatewayRefusals.subgraphAway({ subgraph: this.settings.subgraph, retryAfterSeconds });
  }
}

/** Cut off or not reached. A refusal is an answer, a fault is one, and so is a "no" to what we asked (4xx). */
function isFailure(error: unknown): boolean {
  if (!(error instanceof Refusal) || error.code !== 'UNAVAILABLE') return false;
  const status = (error.cause as { status?: number } | undefined)?.status ?? 0;
  return status < 400 || status >= 500;
}
