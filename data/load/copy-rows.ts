// COPY FROM over the wire (批量载入): text made row by row is streamed into one table, as fast as the server takes it.
import type { Client, Connection, Submittable } from 'pg';

interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
  stream: { writableNeedDrain: boolean; once(event: 'drain' | 'close', heard: () => void): void };
}

/** Answers how many rows were copied; what the source throws ends the copy and is thrown. */
export function copyRows(client: Client, target: string, source: AsyncIterable<string>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    let broken: unknown;
    const copy = {
      submit: (connection: CopyConnection) => connection.query(`copy ${target} from stdin`),
      async handleCopyInResponse(connection: CopyConnection) {
        try {
          for await (const chunk of source) {
            connection.sendCopyFromChunk(Buffer.from(chunk));
            if (connection.stream.writableNeedDrain)
              await new Promise<void>((go) => connection.stream.once('drain', go));
          }
          connection.endCopyFrom();
        } catch (error) {
          broken = error;
          connection.sendCopyFail('the source of the rows failed');
        }
      },
      handleCommandComplete: ({ text }: { text: string }) => {
        rows = Number(/\d+$/.exec(text)?.[0] ?? 0);
      },
      handleError: (error: Error) => {
        broken ??= error;
      },
      handleReadyForQuery: () => (broken ? reject(broken) : resolve(rows)),
    };
    client.query(copy as unknown as Submittable & { submit(connection: Connection): void });
  });
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A line of COPY's text format. */
export function copyLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => (cell === null ? '\\N' : cell.replace(/[\\\t\n\r]/g, (mark) => escapes[mark] as string))).join('\t')}\n`;
}
