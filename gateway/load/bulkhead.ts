// A bulkhead (隔舱) before one subgraph: so many calls at a time, a short queue behind them, and a "no" at once to everybody else.

export interface BulkheadSettings {
  most: number;
  mostWaiting: number;
}

/** A place in the queue: its promise comes true when it is one's turn. */
export interface Waiting {
  turn: Promise<void>;
  /** Gives the place up, for one who will not wait any longer; false when the turn has already come. */
  giveUp(): boolean;
}

export class Bulkhead {
  private running = 0;
  private readonly queue = new Set<() => void>();

  constructor(private readonly settings: BulkheadSettings) {}

  get inFlight(): number {
    return this.running;
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** `in`: begin now; a place in the queue; or `full`. Whoever was let in calls `leave` once. */
  enter(): 'in' | 'full' | Waiting {
    if (this.running < this.settings.most) {
      this.running++;
      return 'in';
    }
    if (this.queue.size >= this.settings.mostWaiting) return 'full';
    let come = (): void => undefined;
    const turn = new Promise<void>((resolve) => {
      come = resolve;
    });
    this.queue.add(come);
    return { turn, giveUp: () => this.queue.delete(come) };
  }

  leave(): void {
    const [next] = this.queue;
    if (!next) {
      this.running--;
      return;
    }
    // The place goes from hand to hand: nobody who comes later slips in between.
    this.queue.delete(next);
    next();
  }
}
