// A breaker (断路器) before one subgraph: opens when most of its calls fail, asks again with one probe at a time, closes when that is answered.

export type BreakerState = 'closed' | 'half-open' | 'open';
/** `usual`: closed; `probe`: the one call that finds out; `refused`: open, ask nothing. */
export type Passage = 'usual' | 'probe' | 'refused';
/** `undecided` says nothing about the subgraph, such as a call that was given too little time. */
export type Outcome = 'answered' | 'failed' | 'undecided';

export interface BreakerSettings {
  /** so many failures within the window, over more than a moment and at least as many as answers, open it */
  failures: number;
  /** from opening, or from a probe's failure, to the next probe */
  pauseMs: number;
  onChange?(state: BreakerState): void;
  /** a monotonic clock in ms */
  now?: () => number;
}

/** Counted in two halves, so that old calls are forgotten without a list of them. */
const HALF_WINDOW_MS = 5_000;
/** From the first failure to the one that opens it: a single stall, when everything under way is late at once, opens nothing. */
const LASTING_MS = 1_000;

export class Breaker {
  private current: BreakerState = 'closed';
  private readonly now: () => number;
  private halfBegan: number;
  private failed = 0;
  private answered = 0;
  private failedBefore = 0;
  private answeredBefore = 0;
  private failingSince = 0;
  private probeFrom = 0;

  constructor(private readonly settings: BreakerSettings) {
    this.now = settings.now ?? (() => performance.now());
    this.halfBegan = this.now();
  }

  get state(): BreakerState {
    return this.current;
  }

  /** How long until the next probe may be sent. */
  get waitMs(): number {
    return this.current === 'closed' ? 0 : Math.max(0, this.probeFrom - this.now());
  }

  enter(): Passage {
    if (this.current === 'closed') return 'usual';
    // While a probe is out nobody waits for it: what is not known yet is refused like what is known to be ill.
    if (this.current === 'half-open' || this.now() < this.probeFrom) return 'refused';
    this.become('half-open');
    return 'probe';
  }

  /** What became of a call that was let through, each exactly once. */
  report(passage: Passage, outcome: Outcome): void {
    if (passage === 'probe') this.settleProbe(outcome);
    // Calls that began before it opened have had their say.
    else if (passage === 'usual' && this.current === 'closed' && outcome !== 'undecided') this.count(outcome);
  }

  private count(outcome: 'answered' | 'failed'): void {
    this.turnWindow();
    if (outcome === 'answered') {
      this.answered++;
      return;
    }
    this.failed++;
    const failed = this.failed + this.failedBefore;
    if (failed === 1) this.failingSince = this.now();
    // At least half of them: one client's own slow queries among others' quick ones open nothing.
    const isMost = failed >= this.settings.failures && failed >= this.answered + this.answeredBefore;
    if (isMost && this.now() - this.failingSince >= LASTING_MS) this.open();
  }

  private settleProbe(outcome: Outcome): void {
    if (outcome === 'failed') {
      this.open();
    } else if (outcome === 'undecided') {
      this.probeFrom = this.now();
      this.become('open');
    } else {
      this.failed = this.answered = this.failedBefore = this.answeredBefore = 0;
      this.halfBegan = this.now();
      this.become('closed');
    }
  }

  private open(): void {
    this.probeFrom = this.now() + this.settings.pauseMs;
    this.become('open');
  }

  private become(state: BreakerState): void {
    if (this.current === state) return;
    this.current = state;
    this.settings.onChange?.(state);
  }

  private turnWindow(): void {
    const now = this.now();
    const passed = now - this.halfBegan;
    if (passed < HALF_WINDOW_MS) return;
    const isNext = passed < 2 * HALF_WINDOW_MS;
    this.failedBefore = isNext ? this.failed : 0;
    this.answeredBefore = isNext ? this.answered : 0;
    this.failed = this.answered = 0;
    this.halfBegan = now;
  }
}
