// `npm start`: database, city, subgraphs and gateway, in one process or as five; one of the few files that know every process.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { subgraphNames } from '#platform/database/roles';
import { withClient } from '#platform/database/with-client';
import { createLog } from '#platform/process/log';
import { SettingsError } from '#platform/process/settings';
import { isShuttingDown, onShutdown, shutDown } from '#platform/process/shutdown';
import { AlreadyRunning, takeSingleInstance } from '#platform/process/single-instance';
import { generateCity } from './data/generate/city';
import { completePacks } from './data/load/load-packs';
import { addressLines, demoLines, thingsToTry } from './start/banner';
import { connectionAdvice } from './start/count-connections';
import { closeDemoQuarter } from './start/demo-quarter';
import type { Addresses } from './start/environment';
import { foundCity } from './start/found-city';
import { openDatabase } from './start/open-database';
import { openGraph } from './start/open-graph';
import { holdsSealedData, isLoaded, loadCity, migrateDatabase, rowsOf } from './start/prepare-database';
import { passwordsOf, productionSecrets } from './start/production';
import { progressBar } from './start/progress-bar';
import { loadSecrets } from './start/secrets';
import { startSettings } from './start/settings';
import { spawnServices } from './start/spawn-services';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** `--migrate` alone: what a one-shot container does before the processes start. */
async function migrateOnly(): Promise<void> {
  const databasePasswords = passwordsOf(process.env);
  const url = process.env.DATABASE_URL as string;
  const applied = await migrateDatabase(url, process.env.ROLE_PREFIX ?? new URL(url).pathname.slice(1), {
    databasePasswords,
  });
  await completePacks(url);
  say(applied.length > 0 ? `已迁移 migrated: ${applied.join(', ')}` : '已是最新 · up to date');
}

/** `--found` after it: the regions and the three officers of a city without demo accounts. */
async function foundOnly(): Promise<void> {
  await migrateOnly();
  const accounts = await withClient(process.env.DATABASE_URL as string, foundCity);
  say('首批账号，密码只显示这一次 · the first accounts, passwords are shown this once:');
  for (const { account, password } of accounts) say(`  ${account.padEnd(24)} ${password}`);
}

const USAGE = 'npm start [-- --migrate | --found] · npm run start:services [-- --workers N]';
const words = ['--migrate', '--found', '--services', '--workers'];

async function main(): Promise<void> {
  const strange = process.argv.slice(2).find((word, at, all) => !words.includes(word) && all[at - 1] !== '--workers');
  if (strange) throw new Error(`不认识 · not known: ${strange}；${USAGE}`);
  if (process.argv.includes('--migrate')) return migrateOnly();
  if (process.argv.includes('--found')) return foundOnly();
  const services = process.argv.includes('--services');
  const workers = workersOf(process.argv);
  if (workers !== undefined && !services)
    throw new Error('--workers 只用于 npm run start:services · --workers goes with npm run start:services');
  const settings = startSettings(process.env);
  const demo = settings.PROFILE === 'demo';
  const log = createLog('start', { level: settings.LOG_LEVEL === 'info' ? 'warn' : settings.LOG_LEVEL });
  const instance = takeSingleInstance(settings.dataDir);
  onShutdown('instance', () => instance.release(), log);
  await refuseBusyPort(settings.HOST, settings.PORT);

  const secretsFile = join(settings.dataDir, 'secrets.json');
  const databaseWasThere = Boolean(settings.DATABASE_URL) || existsSync(join(settings.dataDir, 'postgres'));
  const production = demo ? null : productionSecrets(process.env);
  const { secrets, made, keep } = production
    ? { ...production, made: false, keep: () => undefined }
    : loadSecrets(secretsFile);
  say('  数据库 database …');
  const database = await openDatabase(settings, secrets, log);
  const advice = [database.advice, services ? await connectionAdvice(database.url, workers ?? 1) : null];
  for (const line of advice) if (line) say(`  ! ${line}`);
  if (made && databaseWasThere && (await holdsSealedData(database.url)))
    throw new Error(
      `密钥文件丢失，个人信息无法解密；请恢复 ${secretsFile} · the secrets are lost and personal data cannot be read: restore ${secretsFile}`,
    );
  keep();
  const applied = await migrateDatabase(database.url, database.rolePrefix, secrets);
  if (applied.length > 0) say(`  迁移 migrations: ${applied.length}`);

  const city = demo ? generateCity() : null;
  const isNew = city !== null && !(await isLoaded(database.url));
  if (isNew) await loadCity(database.url, city, secrets, progressBar('  载入莱芜 loading Laiwu', rowsOf(city)));
  await completePacks(database.url);

  const at: Addresses = {
    profile: settings.PROFILE,
    host: settings.HOST,
    port: settings.PORT,
    subgraphPorts: services
      ? await freePorts(settings.HOST, settings.PORT)
      : { organisation: 0, households: 0, assessments: 0, funds: 0 },
    databaseUrl: database.url,
    ...(production ? { databaseUrls: production.databaseUrls } : {}),
    rolePrefix: database.rolePrefix,
    filesDir: join(settings.dataDir, 'files'),
    ...(workers === undefined ? {} : { workers }),
  };
  const graph = services ? await spawnServices(secrets, at, log) : await openGraph(secrets, at, log);
  instance.listening(graph);
  // Without its lights the demo city is whole all the same, and they can be proposed by hand.
  if (isNew)
    await closeDemoQuarter(graph).catch(({ message }: Error) =>
      say(`  ! 演示城市一季度未亮灯 · the demo city's first quarter was not lit: ${message}`),
    );
  say(addressLines(graph, demo, workers));
  if (city) say(demoLines(city));
  if (city) say(thingsToTry(graph));
}

/** `--workers N`: so many gateways behind the port. */
function workersOf(argv: readonly string[]): number | undefined {
  const at = argv.indexOf('--workers');
  if (at < 0) return undefined;
  const told = argv[at + 1] ?? '';
  if (/^[1-9]\d?$/.test(told) && Number(told) <= 64) return Number(told);
  throw new Error(`--workers 须为 1 至 64 的整数 · --workers takes a whole number from 1 to 64, not "${told}"`);
}

async function refuseBusyPort(host: string, port: number): Promise<void> {
  if (port !== 0 && !(await isFree(host, port)))
    throw new Error(
      `端口 ${port} 已被占用，请用 PORT 另选 · port ${port} is busy, choose another with PORT=${port + 1} npm start`,
    );
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Ports for the subgraphs from PORT + 101 upwards, skipping busy ones. */
async function freePorts(host: string, port: number): Promise<Addresses['subgraphPorts']> {
  const ports: Record<string, number> = {};
  let next = port + 101;
  for (const name of subgraphNames) {
    while (!(await isFree(host, next))) next++;
    ports[name] = next++;
  }
  return ports as unknown as Addresses['subgraphPorts'];
}

main().catch(async (error: Error) => {
  if (!isShuttingDown())
    process.stderr.write(
      `${error instanceof SettingsError || error instanceof AlreadyRunning ? error.message : `✗ ${error.message}`}\n`,
    );
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error.stack}\n`);
  await shutDown();
  process.exit(1);
});
