// Opens the gateway (网关): the one door to the graph, over subgraphs in this process or behind HTTP.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { createHealth, type Readiness } from '#platform/process/health';
import type { Log } from '#platform/process/log';
import { GraphqlRoute } from './answer-graphql';
import { openExplorer } from './explorer/serve-explorer';
import { makeFrontDoor } from './front-door';
import { openGraphServer } from './graph-server';
import { DocumentChecker } from './limits/check-document';
import { fixedLimits, type Limits } from './limits/limits';
import { openMetrics } from './metrics';
import { RefusalCount } from './refusal-count';
import { gatewaySettings, isExplorable } from './settings';
import { SubgraphSource } from './subgraph-source';
import { Who } from './who/caller-of';
import { openGatewayDatabase } from './who/session-standing';

export interface GatewayParts {
  /** the settings of settings.ts by their names */
  env: NodeJS.ProcessEnv;
  supergraphSdl: string;
  subgraphs: Readonly<Record<SubgraphName, SubgraphDoor>>;
  log: Log;
  /** where the explorer's files were assembled; the build's own folder unless told */
  explorerFolder?: string;
}

export interface OpenGateway {
  /** of the graph itself, `http://host:port/graphql` */
  readonly url: string;
  readonly port: number;
  ready(): Promise<Readiness>;
  reload(supergraphSdl: string): void;
  /** ends the gateway and leaves the subgraphs' doors to who opened them */
  close(): Promise<void>;
}

/** After this a request that is still running is cut off. */
const DRAIN_MS = 10_000;

export async function openGateway({
  env,
  supergraphSdl,
  subgraphs,
  log,
  explorerFolder,
}: GatewayParts): Promise<OpenGateway> {
  const settings = gatewaySettings(env);
  const introspection = isExplorable(settings);
  const limits: Limits = {
    ...fixedLimits,
    tokens: settings.MAX_TOKENS,
    depth: settings.MAX_DEPTH,
    aliases: settings.MAX_ALIASES,
    cost: settings.MAX_COST,
  };
  const metrics = openMetrics();
  const database = openGatewayDatabase({
    url: settings.GATEWAY_DATABASE_URL,
    poolSize: settings.POOL_SIZE,
    onLost: (error) => log.error({ err: error }, 'an idle database connection was lost'),
  });
  const timeouts = { timeoutMs: settings.SUBGRAPH_TIMEOUT_MS, mutationTimeoutMs: settings.MUTATION_TIMEOUT_MS };
  const sources = Object.fromEntries(
    subgraphNames.map((name) => [name, new SubgraphSource({ name, door: subgraphs[name], metrics, log, ...timeouts })]),
  ) as Record<SubgraphName, SubgraphSource>;
  const graph = await openGraphServer({
    supergraphSdl,
    sources,
    limits,
    introspection,
    execution: settings.EXECUTION,
    log,
  });
  const refusals = new RefusalCount(database, log);
  const who = new Who({
    publicKey: settings.TOKEN_PUBLIC_KEY,
    issuer: settings.TOKEN_ISSUER,
    audience: settings.TOKEN_AUDIENCE,
    database,
    households: subgraphs.households,
    timeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
  });
  const health = createHealth();
  for (const name of subgraphNames)
    health.readyWhen(name, `子图 ${name} 未答复 · the subgraph ${name} does not answer`, () => subgraphs[name].ready());
  health.readyWhen('sessions', '会话数据库未答复 · the database of sessions does not answer', () => database.ready());
  const graphql = new GraphqlRoute({
    graph,
    who,
    checker: new DocumentChecker(limits, introspection),
    refusals,
    metrics,
    log,
    bodyLimitBytes: settings.BODY_LIMIT_BYTES,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    mostInFlight: settings.MAX_IN_FLIGHT,
  });
  const explorer = introspection
    ? openExplorer({ folder: explorerFolder, demo: settings.PROFILE === 'demo' })
    : async () => false;
  const server = makeFrontDoor(
    { graphql: (request, response, search) => graphql.answer(request, response, search), explorer, health, metrics },
    (error) => log.error({ err: error }, 'a request ended in a fault'),
  );
  const release = async () => {
    await graph.close();
    await refusals.settled();
    await database.close();
  };
  server.listen(settings.PORT, settings.HOST);
  await once(server, 'listening').catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.HOST}:${port}/graphql`,
    port,
    ready: () => health.ready(),
    reload: (sdl) => graph.reload(sdl),
    async close() {
      health.close();
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(late);
      await release();
    },
  };
}
