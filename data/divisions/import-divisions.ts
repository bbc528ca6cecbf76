// `npm run divisions`: imports one vintage of the national divisions from a folder of CSV files, all of it or nothing.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withClient } from '#platform/database/with-client';
import { createLog } from '#platform/process/log';
import { onShutdown, shutDown } from '#platform/process/shutdown';
import { takeSingleInstance } from '#platform/process/single-instance';
import { openDatabase } from '../../start/open-database';
import { loadSecrets } from '../../start/secrets';
import { startSettings } from '../../start/settings';
import { loadDivisions, VintageRefused } from './load-divisions';

const USAGE = `npm run divisions -- --folder <文件夹 folder with provinces.csv … villages.csv> --vintage <YYYY-MM-DD> --source <来源 source>`;

async function run(): Promise<number> {
  const { folder, vintage, source } = parseArgs({
    options: { folder: { type: 'string' }, vintage: { type: 'string' }, source: { type: 'string' } },
  }).values;
  if (!folder || !source || !/^\d{4}-\d{2}-\d{2}$/.test(vintage ?? '')) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const settings = startSettings(process.env);
  // The embedded server belongs to one process: with it, the graph rests meanwhile.
  if (!settings.DATABASE_URL) {
    const instance = takeSingleInstance(settings.dataDir);
    onShutdown('instance', () => instance.release());
  }
  const { secrets, made } = loadSecrets(join(settings.dataDir, 'secrets.json'));
  if (made && !settings.DATABASE_URL) throw new Error('请先运行 npm start 一次 · run npm start once before');
  const database = await openDatabase(settings, secrets, createLog('divisions', { level: 'warn' }));
  try {
    const { divisions, added, renamed, ended, known } = await withClient(database.url, (client) =>
      loadDivisions(client, folder, { vintage: vintage as string, source }),
    );
    process.stdout.write(
      known
        ? `该期已载入 · this vintage was loaded before: ${divisions}\n`
        : `${divisions} 个区划 divisions：新增 added ${added}，更名改隶 renamed ${renamed}，撤销 ended ${ended}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof VintageRefused)) throw error;
    process.stderr.write(`${error.code} ${error.message}\n`);
    for (const { file, line, code, zh, en } of error.flaws)
      process.stderr.write(`${file}:${line} ${code} ${zh} · ${en}\n`);
    return 1;
  }
}

run()
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  })
  .then(async (code) => process.exit((await shutDown()) || code));
