// The database of the bench: a server of its own under var/bench, Laiwu loaded once and kept as long as what it is made from stays the same.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Log } from '#platform/process/log';
import { projectRoot } from '#platform/process/project-root';
import { onShutdown } from '#platform/process/shutdown';
import { takeSingleInstance } from '#platform/process/single-instance';
import { generateCity } from '../../data/generate/city';
import { openDatabase } from '../../start/open-database';
import { isLoaded, loadCity, migrateDatabase, rowsOf } from '../../start/prepare-database';
import { progressBar } from '../../start/progress-bar';
import { loadSecrets } from '../../start/secrets';
import { startSettings } from '../../start/settings';
import { foundRawRoles } from '../peers/raw/found-raw-roles';
import type { SideSetup } from '../serve-graph';
import { growProvince, ROWS_OF_GROWTH } from './grow-province';

export interface BenchDatabase extends SideSetup {
  /** of the migrator, who sees all rows */
  sql: Client;
  superuserUrl: string | null;
}

const FOLDER = join(projectRoot, 'var', 'bench');
const MADE_FROM = {
  S1: ['data', 'services', 'platform/database'],
  S71: ['data', 'services', 'platform/database', 'bench/ground'],
} as const;
const COUNTS =
  /^data\/|\/migrations\/|^platform\/database\/(foundation|protect|personal-data|roles)\.|^bench\/ground\/(grow-province|province\/)/;

/** S1 is Laiwu, S71 is Shandong around it. */
export const sizes = ['S1', 'S71'] as const;
export type Size = (typeof sizes)[number];

let isAlone = false;

export async function prepareDatabase(log: Log, size: Size = 'S1'): Promise<BenchDatabase> {
  if (!isAlone) {
    const instance = takeSingleInstance(FOLDER);
    onShutdown('instance', () => instance.release(), log);
    isAlone = true;
  }
  const city = `${size.toLowerCase()}-${fingerprint(size)}`;
  removeStale(city);
  const settings = startSettings({ DATA_DIR: join(FOLDER, city) });
  const { secrets } = loadSecrets(join(settings.dataDir, 'secrets.json'));
  const database = await openDatabase(settings, secrets, log);
  await migrateDatabase(database.url, database.rolePrefix, secrets);
  if (!(await isLoaded(database.url))) {
    const whole = generateCity();
    await loadCity(
      database.url,
      whole,
      secrets,
      progressBar('  载入莱芜 loading Laiwu (S1)', rowsOf(whole), process.stderr),
    );
  }
  if (size === 'S71') {
    if (!database.superuserUrl) throw new Error('S71 is made in the embedded server only');
    const label = '  扩至全省 growing to Shandong (S71)';
    await growProvince(database.superuserUrl, progressBar(label, ROWS_OF_GROWTH, process.stderr));
  }
  const sql = new Client({ connectionString: database.url });
  await sql.connect();
  onShutdown('bench connection', () => sql.end());
  await foundRawRoles(sql, database.rolePrefix, secrets.databasePasswords.gateway);
  return {
    sql,
    superuserUrl: database.superuserUrl,
    secrets,
    addresses: {
      profile: 'demo',
      host: '127.0.0.1',
      port: 0,
      subgraphPorts: { organisation: 0, households: 0, assessments: 0, funds: 0 },
      databaseUrl: database.url,
      rolePrefix: database.rolePrefix,
    },
  };
}

/** Of the schema, the input and what loads it: another one of these is another city. */
function fingerprint(size: Size): string {
  const hash = createHash('sha256');
  const files = MADE_FROM[size].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  for (const file of files.filter((each) => COUNTS.test(each) && /(?<!\.test)\.(ts|json|csv)$/.test(each)).sort())
    hash.update(file).update(readFileSync(join(projectRoot, file)));
  return hash.digest('hex').slice(0, 12);
}

function removeStale(city: string): void {
  for (const name of readdirSync(FOLDER)) {
    const folder = join(FOLDER, name);
    // A server that outlived a killed bench is still at work there, and a folder elsewhere is not ours to guess.
    const inUse = ['cluster/postmaster.pid', 'postgres-home'].some((mark) =>
      existsSync(join(folder, 'postgres', mark)),
    );
    if (name.startsWith(`${city.split('-')[0]}-`) && name !== city && !inUse)
      rmSync(folder, { recursive: true, force: true });
  }
}
