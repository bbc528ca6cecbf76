// A world: a city of its own for one test file, its four subgraphs and its gateway, in the mode that the suite runs in.
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { GATEWAY_ISSUER, PassportOpener, PassportSealer } from '#platform/access/passport';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { openHttpDoor, type SubgraphDoor } from '#platform/graph/http-door';
import { serveSubgraph } from '#platform/graph/serve';
import { type OpenSubgraph, openSubgraph } from '#platform/graph/subgraph';
import { projectRoot } from '#platform/process/project-root';
import { type Execution, executionOf } from '#platform/process/settings';
import { madeOnce } from '#platform/vocabulary/made-once';
import type { City } from '../../data/generate/city';
import { generateCity } from '../../data/generate/city';
import { openGateway } from '../../gateway/open-gateway';
import { type Addresses, environmentOf } from '../../start/environment';
import { subgraphs } from '../../start/subgraphs';
import { GraphClient } from './client';
import {
  type Cluster,
  createDatabase,
  dropDatabase,
  migratorUrl,
  quietLog,
  SMALL,
  TEMPLATE,
  theCluster,
} from './cluster';
import { heardWorld } from './heard-operations';

declare const __MODE__: 'in-process' | 'services';
export type Mode = 'in-process' | 'services';

export interface WorldOptions {
  mode?: Mode;
  poolSize?: number;
  /** of the subgraphs and the gateway; as `EXECUTION` says unless told */
  execution?: Execution;
  /** as in `npm start`: for worlds that are asked through their gateway alone */
  isPlannedHere?: boolean;
  /** wraps the doors, to make one slow or dead */
  doors?: (doors: Record<SubgraphName, SubgraphDoor>) => Record<SubgraphName, SubgraphDoor>;
  /** environment settings of the gateway, such as limits */
  gateway?: Record<string, string>;
  /** what its subgraphs are asked is drawn from the schema, and needs no place in the differential corpus */
  unheard?: boolean;
  /** another graph over the database of a world that is open, which keeps it */
  beside?: World;
  /** another template database and its city, such as the whole city */
  template?: { name: string; city: City };
}

export interface World {
  mode: Mode;
  url: string;
  city: City;
  cluster: Cluster;
  database: string;
  addresses: Addresses;
  /** the superuser's connection: outside row-level security */
  sql: Client;
  subgraphs: Record<SubgraphName, OpenSubgraph>;
  subgraphUrls: Partial<Record<SubgraphName, string>>;
  /** signs in as a demo account, once; `null` is somebody who has not signed in */
  as(account: string | null): Promise<GraphClient>;
  close(): Promise<void>;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const cluster = theCluster();
  const mode = options.mode ?? (typeof __MODE__ === 'undefined' ? 'in-process' : __MODE__);
  const execution = options.execution ?? executionOf(process.env);
  const database = options.beside?.database ?? `world_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const template = options.template?.name ?? TEMPLATE;
  if (!options.beside) await createDatabase(cluster, database, template);
  const addresses = addressesOf(cluster, database, template);
  // The machine of a test may be busy for seconds; the limits themselves are tested where `doors` are bent.
  const patienceMs = options.doors ? 2000 : 30_000;
  const open = {} as Record<SubgraphName, OpenSubgraph>;
  const closers: (() => Promise<unknown>)[] = [];
  const doorsFor = new Map<string, SubgraphDoor>();
  const subgraphUrls: World['subgraphUrls'] = {};

  const doorBetween = (from: string, to: SubgraphName): SubgraphDoor => {
    if (mode === 'in-process') return open[to];
    const known = doorsFor.get(`${from} ${to}`);
    if (known) return known;
    const key =
      from === GATEWAY_ISSUER
        ? cluster.secrets.passport.privateKey
        : cluster.secrets.services[from as SubgraphName].privateKey;
    const door = openHttpDoor({
      url: subgraphUrls[to] as string,
      subgraph: to,
      sealer: new PassportSealer(key, from),
      timeoutMs: patienceMs,
    });
    doorsFor.set(`${from} ${to}`, door);
    closers.unshift(() => door.close());
    return door;
  };

  for (const name of subgraphNames) {
    const env = environmentOf(name, cluster.secrets, addresses);
    const { parts, toolsOf } = subgraphs[name];
    open[name] = await openSubgraph(parts, {
      url: env[`${name.toUpperCase()}_DATABASE_URL`] as string,
      rolePrefix: template,
      poolSize: options.poolSize ?? 4,
      log: quietLog,
      tools: toolsOf(env),
      execution,
      isPlannedHere: options.isPlannedHere ?? false,
      ask: (other, operation, caller) => doorBetween(name, other).execute(operation, caller),
    });
    closers.push(() => open[name].close());
    if (mode === 'services') {
      const publicKeys = Object.fromEntries(
        subgraphNames.map((service) => [service, cluster.secrets.services[service].publicKey]),
      );
      const passports = new PassportOpener(name, {
        ...publicKeys,
        [GATEWAY_ISSUER]: cluster.secrets.passport.publicKey,
      });
      const server = await serveSubgraph(open[name], {
        host: '127.0.0.1',
        port: 0,
        bodyLimitBytes: 8 * 1024 * 1024,
        passports,
      });
      subgraphUrls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      closers.unshift(async () => {
        server.closeAllConnections();
        server.close();
      });
    }
  }
  const plainDoors = Object.fromEntries(
    subgraphNames.map((name) => [name, doorBetween(GATEWAY_ISSUER, name)]),
  ) as Record<SubgraphName, SubgraphDoor>;
  const gateway = await openGateway({
    env: {
      ...environmentOf('gateway', cluster.secrets, addresses),
      PORT: '0',
      EXECUTION: execution,
      SUBGRAPH_TIMEOUT_MS: String(patienceMs),
      MUTATION_TIMEOUT_MS: String(Math.max(patienceMs, 15_000)),
      ...options.gateway,
    },
    supergraphSdl: readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8'),
    subgraphs: options.doors ? options.doors(plainDoors) : plainDoors,
    log: quietLog,
  });
  closers.unshift(() => gateway.close());
  const sql = new Client({ connectionString: cluster.superuserUrl.replace(/\/postgres$/, `/${database}`) });
  await sql.connect();
  const clients = new Map<string, Promise<GraphClient>>();

  return {
    mode,
    url: gateway.url,
    city: options.template?.city ?? generateCity(SMALL),
    cluster,
    database,
    addresses,
    sql,
    subgraphs: options.unheard ? open : heardWorld(open),
    subgraphUrls,
    as: (account) =>
      madeOnce(clients, account ?? '', async () =>
        account === null ? new GraphClient(gateway.url, null) : GraphClient.signIn(gateway.url, account),
      ),
    async close() {
      await sql.end();
      for (const end of closers) await end();
      if (options.beside) return;
      await dropDatabase(cluster, database);
      rmSync(addresses.filesDir ?? '', { recursive: true, force: true });
    },
  };
}

function addressesOf(cluster: Cluster, database: string, template: string): Addresses {
  return {
    profile: 'demo',
    host: '127.0.0.1',
    port: 0,
    subgraphPorts: { organisation: 0, households: 0, assessments: 0, funds: 0 },
    databaseUrl: migratorUrl(cluster, database),
    rolePrefix: template,
    filesDir: join(tmpdir(), `city-files-${database}`),
  };
}
