// Runs one subgraph as a process of its own: settings from the environment, its door over HTTP, an orderly end.
import cluster from 'node:cluster';
import { z } from 'zod';
import { GATEWAY_ISSUER, PassportOpener, PassportSealer } from '../access/passport';
import { type SubgraphName, subgraphNames } from '../database/roles';
import { keepCode } from '../process/keep-code';
import { createLog, type Log } from '../process/log';
import {
  type Execution,
  execution,
  jsonOf,
  pem,
  port,
  readSettings,
  SettingsError,
  secretSetting,
  setting,
  wholeNumber,
} from '../process/settings';
import { endWithParent, handOverFirst, onShutdown } from '../process/shutdown';
import { superviseWorkers } from '../process/supervise-workers';
import { joinWorkers } from '../process/worker-talk';
import { commonRefusals } from '../vocabulary/refusal';
import type { SubgraphParts } from './compile';
import { fileLimit } from './files/file-desk';
import { openHttpDoor, type SubgraphDoor } from './http-door';
import { serveSubgraph } from './serve';
import { openSubgraph } from './subgraph';

export type Environment = NodeJS.ProcessEnv;

/** A mutation may run for fifteen seconds, and the process has twenty to end. */
const DRAIN = { graceMs: 300, limitMs: 15_000 };

const databaseUrl = () =>
  secretSetting(z.url({ protocol: /^postgres(ql)?$/ }), '数据库地址 postgres://用户:密码@主机/库 · database address');

function schemaFor(name: SubgraphName) {
  const url = `${name.toUpperCase()}_DATABASE_URL` as const;
  const others = subgraphNames
    .filter((other) => other !== name)
    .map((other) => [`${other.toUpperCase()}_URL`, setting(z.url(), `${other} 的地址 · where ${other} listens`)]);
  return z.object({
    HOST: z.string().default('127.0.0.1'),
    PORT: setting(port(), '监听端口 · port to listen on'),
    [url]: databaseUrl(),
    ROLE_PREFIX: setting(z.string(), '数据库角色前缀 · prefix of the database roles').optional(),
    POOL_SIZE: wholeNumber(1, 200).default(10),
    BODY_LIMIT_BYTES: wholeNumber(1024, 64 * 1024 * 1024).default(8 * 1024 * 1024),
    FILE_LIMIT_BYTES: fileLimit(),
    SUBGRAPH_TIMEOUT_MS: wholeNumber(100, 60_000).default(2000),
    EXECUTION: execution(),
    LOG_LEVEL: z.string().default('info'),
    WORKERS: wholeNumber(1, 64).optional(),
    PASSPORT_PUBLIC_KEY: setting(pem(), '网关公钥 · public key of the gateway'),
    SERVICE_PRIVATE_KEY: secretSetting(pem(), '本服务私钥 · private key of this service'),
    SERVICE_PUBLIC_KEYS: setting(
      jsonOf(z.record(z.string(), z.string())),
      '各服务公钥 JSON · public keys of the services',
    ),
    ...Object.fromEntries(others),
  });
}

/** `toolsOf` reads what the subgraph itself needs, such as the keys of personal data. */
export async function runSubgraph(
  parts: SubgraphParts,
  toolsOf: (env: Environment) => unknown,
  env: Environment = process.env,
): Promise<void> {
  endWithParent();
  keepCode();
  try {
    await run(parts, toolsOf, env);
  } catch (error) {
    const told =
      error instanceof SettingsError
        ? error.message
        : `${parts.name}：启动失败 · could not start: ${(error as Error).message}`;
    process.stderr.write(`${told}\n`);
    process.exit(1);
  }
}

interface Settings {
  HOST: string;
  PORT: number;
  ROLE_PREFIX?: string;
  POOL_SIZE: number;
  BODY_LIMIT_BYTES: number;
  FILE_LIMIT_BYTES: number;
  SUBGRAPH_TIMEOUT_MS: number;
  EXECUTION: Execution;
  LOG_LEVEL: string;
  WORKERS?: number;
  PASSPORT_PUBLIC_KEY: string;
  SERVICE_PRIVATE_KEY: string;
  SERVICE_PUBLIC_KEYS: Record<string, string>;
}

async function run(parts: SubgraphParts, toolsOf: (env: Environment) => unknown, env: Environment): Promise<void> {
  const { settings, urls, tools } = readAll(parts.name, toolsOf, env);
  const log: Log = createLog(parts.name, { level: settings.LOG_LEVEL });
  if (settings.WORKERS !== undefined && cluster.isPrimary) return superviseWorkers(settings.WORKERS, log);
  const workers = cluster.isWorker ? joinWorkers() : undefined;
  const sealer = new PassportSealer(settings.SERVICE_PRIVATE_KEY, parts.name);
  const doors = new Map<SubgraphName, SubgraphDoor>();
  for (const subgraph of subgraphNames)
    if (subgraph !== parts.name)
      doors.set(
        subgraph,
        openHttpDoor({ url: urls(`${subgraph}_URL`), subgraph, sealer, timeoutMs: settings.SUBGRAPH_TIMEOUT_MS }),
      );
  const databaseUrl = urls(`${parts.name}_DATABASE_URL`);
  const subgraph = await openSubgraph(parts, {
    url: databaseUrl,
    rolePrefix: settings.ROLE_PREFIX ?? new URL(databaseUrl).pathname.slice(1),
    poolSize: settings.POOL_SIZE,
    log,
    tools,
    execution: settings.EXECUTION,
    ask: (name, operation, caller) => {
      const door = doors.get(name);
      if (!door) throw commonRefusals.unavailable({ subgraph: name });
      return door.execute(operation, caller);
    },
  });
  onShutdown('database', () => subgraph.close(), log);
  for (const [name, door] of doors) onShutdown(`door to ${name}`, () => door.close());
  const passports = new PassportOpener(parts.name, {
    ...settings.SERVICE_PUBLIC_KEYS,
    [GATEWAY_ISSUER]: settings.PASSPORT_PUBLIC_KEY,
  });
  const server = await serveSubgraph(subgraph, {
    host: settings.HOST,
    port: settings.PORT,
    bodyLimitBytes: settings.BODY_LIMIT_BYTES,
    fileLimitBytes: settings.FILE_LIMIT_BYTES,
    passports,
  });
  onShutdown('door', () => server.drain.run(DRAIN));
  if (workers) handOverFirst(() => workers.leave());
  log.info({ port: settings.PORT }, 'ready');
}

/** What the process and the subgraph need, read together, so that everything missing is said at once. */
function readAll(name: SubgraphName, toolsOf: (env: Environment) => unknown, env: Environment) {
  const lines: string[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      lines.push(...error.lines);
      return undefined;
    }
  };
  const read = attempt(() => readSettings(schemaFor(name), env)) as (Settings & Record<string, string>) | undefined;
  const tools = attempt(() => toolsOf(env));
  if (!read || lines.length > 0) throw new SettingsError(lines);
  return { settings: read as Settings, tools, urls: (key: string) => read[key.toUpperCase()] as string };
}
