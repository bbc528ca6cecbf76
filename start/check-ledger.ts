// `npm run check:ledger`: checks the books themselves, and prints each sentence that does not hold with the rows that break it.
import { join } from 'node:path';
import { withClient } from '#platform/database/with-client';
import { createLog } from '#platform/process/log';
import { onShutdown, shutDown } from '#platform/process/shutdown';
import { takeSingleInstance } from '#platform/process/single-instance';
import { checkLedger, countInvariants } from '../services/funds/ledger/check-ledger';
import { openDatabase } from './open-database';
import { loadSecrets } from './secrets';
import { startSettings } from './settings';

async function run(): Promise<number> {
  const settings = startSettings(process.env);
  // The embedded server belongs to one process: with it, the graph rests meanwhile.
  if (!settings.DATABASE_URL) {
    const instance = takeSingleInstance(settings.dataDir);
    onShutdown('instance', () => instance.release());
  }
  const { secrets, made } = loadSecrets(join(settings.dataDir, 'secrets.json'));
  if (made && !settings.DATABASE_URL) throw new Error('请先运行 npm start 一次 · run npm start once before');
  const database = await openDatabase(settings, secrets, createLog('check-ledger', { level: 'warn' }));
  const broken = await withClient(database.url, async (client) => {
    // One picture of the books, however long the questions take.
    await client.query('begin transaction isolation level repeatable read read only');
    return checkLedger(client);
  });
  for (const { says, rows } of broken)
    process.stdout.write(`未通过 BROKEN  ${says}\n${rows.map((row) => `  ${row}\n`).join('')}`);
  const held = countInvariants - broken.length;
  process.stdout.write(`${held}/${countInvariants} 项相符 · sentences hold\n`);
  return broken.length > 0 ? 1 : 0;
}

run()
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  })
  .then(async (code) => process.exit((await shutDown()) || code));
