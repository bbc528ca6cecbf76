// A trip to the database (一次往返): the scope and all that is read in it, bound and executed under one Sync, which is one transaction.
import { type Connection, Query } from 'pg';
import { serialize } from 'pg-protocol';
import { type RowReader, readerOf, type Statement, wireValue } from './statement';

const EXECUTE = serialize.execute();
const SYNC = serialize.sync();

/** What one statement of a trip gave: its rows, its failure, or nothing because an earlier one failed first. */
export type Outcome = { rows: object[] } | { error: Error } | { unrun: true };

/**
 * Every statement must have been prepared on the connection before. The server answers the rows of each in turn; at a failure it
 * skips the rest up to the Sync, and what was set for the trip is gone with it.
 */
export class ScopedTrip extends Query {
  private readonly outcomes: Outcome[];
  readonly messages: Buffer;
  /** the statement whose answer is being read; -1 is the scope */
  private at = -1;
  /** not `rows`, which to pg is a limit */
  private received: object[] = [];
  private reader: RowReader | undefined;
  private shape: Statement['shape'];

  constructor(
    scope: Statement,
    private readonly statements: readonly Statement[],
    private readonly told: (outcomes: readonly Outcome[], lost?: Error) => void,
  ) {
    super('');
    this.outcomes = statements.map(() => ({ unrun: true }));
    // Before a byte is written: a value that cannot be told must not leave half a trip on the wire.
    const bound = [scope, ...statements].flatMap(({ name, values }) => [
      serialize.bind({ statement: name, values: values.map(wireValue) as string[] }),
      EXECUTE,
    ]);
    this.messages = Buffer.concat([...bound, SYNC]);
  }

  override submit = write;

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.reader) this.received.push(this.reader.read(fields, this.shape));
  }

  handleCommandComplete(): void {
    if (this.at >= 0) this.outcomes[this.at] = { rows: this.received };
    const next = this.statements[++this.at];
    this.received = [];
    this.reader = next && readerOf(next.name);
    this.shape = next?.shape;
  }

  handleError(error: Error): void {
    const lost = isStatementFault(error) ? undefined : error;
    if (this.at >= 0 && !lost) this.outcomes[this.at] = { error };
    else for (let at = Math.max(this.at, 0); at < this.outcomes.length; at++) this.outcomes[at] = { error };
    this.told(this.outcomes, lost);
  }

  handleReadyForQuery(): void {
    this.told(this.outcomes);
  }
}

function write(this: ScopedTrip, connection: Connection): void {
  connection.stream.write(this.messages);
}

/** Told by the server about one statement; everything else, and classes 08 and 57P, is about the connection. */
function isStatementFault({ code }: Error & { code?: string }): boolean {
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code);
}
