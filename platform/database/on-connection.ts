// A connection of the pool: taken, given back, or given up once it was lost.
import type { Pool, PoolClient } from 'pg';

/** Takes a connection and gives it back, or gives it up once `lose` was told of its loss. */
export async function onConnection<T>(
  pool: Pool,
  run: (client: PoolClient, lose: (error: Error) => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const lose = (error: Error) => {
    lost ??= error;
  };
  // A connection that breaks between two statements tells it as an event: unheard, it would end the process.
  client.on('error', lose);
  try {
    return await run(client, lose);
  } finally {
    client.off('error', lose);
    client.release(lost);
  }
}
