// Counts what the gateway itself refused into the log of the three officers (三员), beside the answer and never in its way.
import { type Log, withoutPersonalNumbers } from '#platform/process/log';
import type { RequestRecord } from './request-record';
import type { GatewayDatabase } from './who/session-standing';

const MOST_WAITING = 10_000;

interface Counted {
  code: string;
  address: string;
  operationName: string;
  personId: string | null;
}

/** One row at a time: a flood of refusals takes one connection, and waits here. */
export class RefusalCount {
  private readonly waiting: Counted[] = [];
  private draining: Promise<void> | null = null;
  private lost = 0;

  constructor(
    private readonly database: Pick<GatewayDatabase, 'countRefusal'>,
    private readonly log: Log,
  ) {}

  count(record: RequestRecord): void {
    for (const code of new Set(record.ownCodes)) {
      if (this.waiting.length >= MOST_WAITING) {
        this.lost++;
        continue;
      }
      // A client may write anything into an operation's name, also a person's number.
      const operationName = withoutPersonalNumbers((record.operationName ?? '').slice(0, 100));
      this.waiting.push({ code, address: record.address, operationName, personId: record.personId });
    }
    if (this.waiting.length > 0) this.draining ??= this.drain();
  }

  /** Waits until everything is written. */
  async settled(): Promise<void> {
    await this.draining;
  }

  private async drain(): Promise<void> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      const { code, address, operationName, personId } = next;
      try {
        await this.database.countRefusal(code, address, operationName, personId);
      } catch (error) {
        // While the database is away there is no use in trying each of them for its own time-out.
        this.lost += 1 + this.waiting.splice(0).length;
        this.log.error({ err: error, lost: this.lost, code }, 'refusals could not be counted');
        this.lost = 0;
      }
    }
    if (this.lost > 0) this.log.warn({ lost: this.lost }, 'too many refusals at once, some were not counted');
    this.lost = 0;
    this.draining = null;
  }
}
