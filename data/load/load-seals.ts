// Seals the days of the loaded rows (日封), as the running house does with those that come.
import type { Client } from 'pg';
import { sealDays } from '../../services/funds/seal/seal-days';

export async function loadSeals(client: Client): Promise<void> {
  await sealDays(
    async <T>(sql: string, parameters: readonly unknown[] = []) =>
      (await client.query(sql, [...parameters])).rows as T[],
  );
}
