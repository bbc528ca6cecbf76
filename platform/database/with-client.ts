// One connection of its own for what runs before or beside the pools: migrating, loading, founding.
import { Client } from 'pg';

export async function withClient<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect().catch((error: Error) => {
    throw new Error(
      `数据库无法连接，请检查 DATABASE_URL · the database cannot be reached, check DATABASE_URL (${error.message})`,
    );
  });
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
