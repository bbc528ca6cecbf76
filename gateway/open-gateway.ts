// Opens the gateway (网关): the one door to the graph, over subgraphs in this process or behind HTTP.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { Drain } from '#platform/process/drain-server';
import { createHealth, type Readiness } from '#platform/process/health';
import type { Log } from '#platform/process/log';
import type { WorkerTalk } from '#platform/process/worker-talk';
import { GraphqlRoute } from './answer-graphql';
import { openExplorer } from './explorer/serve-explorer';
import { FilesRoute } from './files/answer-files';
import { makeFrontDoor } from './front-door';
import { openGraphServer } from './graph-server';
import { DocumentChecker } from './limits/check-document';
import { limitsOf } from './limits/limits';
import { Admission, watchLag } from './load/admit-requests';
import { gatedDoor, openGates } from './load/open-gates';
import { type ReloadOutcome, SupergraphReload } from './load/reload-supergraph';
import { metricValues } from './load/tell-load';
import { tellOverload } from './load/tell-overload';
import { openMetrics } from './metrics';
import { NoticesRoute } from './notices/answer-notices';
import { RefusalCount } from './refusal-count';
import { securityHeaders } from './security-headers';
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
  /** the other gateways behind the same port, when there are any */
  workers?: WorkerTalk;
  /** where the explorer's files were assembled; the build's own folder unless told */
  explorerFolder?: string;
}

export interface OpenGateway {
  /** of the graph itself, `http://host:port/graphql` */
  readonly url: string;
  readonly port: number;
  ready(): Promise<Readiness>;
  /** a broken supergraph is refused and the old graph stays */
  reload(supergraphSdl: string): Promise<ReloadOutcome>;
  /**
   * Ends the gateway and leaves the subgraphs' doors to who opened them. For `graceMs` connections that are kept alive may still
   * bring a request.
   */
  close(graceMs?: number): Promise<void>;
}

/** Connections that wait to be accepted: one that finds no place is tried again by its client's kernel after seconds, which looks like a dead door. */
const BACKLOG = 4096;
/** After this a request that is still running is cut off. */
const DRAIN_MS = 10_000;
/** A busy client sends its next request well within this, and is told then to connect anew. */
export const GRACE_MS = 500;

export async function openGateway({
  env,
  supergraphSdl,
  subgraphs,
  log,
  workers,
  explorerFolder,
}: GatewayParts): Promise<OpenGateway> {
  const settings = gatewaySettings(env);
  const introspection = isExplorable(settings);
  const limits = limitsOf(settings);
  const metrics = openMetrics();
  const database = openGatewayDatabase({
    url: settings.GATEWAY_DATABASE_URL,
    poolSize: settings.POOL_SIZE,
    timeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    onLost: (error) => log.error({ err: error }, 'an idle database connection was lost'),
  });
  const timeouts = { timeoutMs: settings.SUBGRAPH_TIMEOUT_MS, mutationTimeoutMs: settings.MUTATION_TIMEOUT_MS };
  const gates = openGates(settings, log);
  const sources = Object.fromEntries(
    subgraphNames.map((name) => [
      name,
      new SubgraphSource({ name, door: subgraphs[name], gate: gates[name], metrics, log, ...timeouts }),
    ]),
  ) as Record<SubgraphName, SubgraphSource>;
  const graph = await openGraphServer({
    supergraphSdl,
    sources,
    limits,
    introspection,
    execution: settings.EXECUTION,
    log,
  });
  const reload = new SupergraphReload({ supergraphSdl, take: (sdl) => graph.reload(sdl), metrics, log });
  const refusals = new RefusalCount(database, log);
  const admission = new Admission({
    most: settings.MAX_IN_FLIGHT,
    targetMs: settings.TARGET_LATENCY_MS,
    onTurnedAway: tellOverload({ metrics, refusals, log }),
  });
  const stopLag = watchLag((lagMs) => admission.noticeLag(lagMs));
  metrics.watch({ gates, admission });
  workers?.collectFrom(() => metricValues(metrics.register));
  const who = new Who({
    publicKey: settings.TOKEN_PUBLIC_KEY,
    issuer: settings.TOKEN_ISSUER,
    audience: settings.TOKEN_AUDIENCE,
    database,
    households: gatedDoor(subgraphs.households, gates.households, settings.SUBGRAPH_TIMEOUT_MS),
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
  const files = new FilesRoute({
    who,
    doors: subgraphs,
    gates,
    limitBytes: settings.FILE_LIMIT_BYTES,
    timeoutMs: settings.MUTATION_TIMEOUT_MS,
    mostInFlight: settings.FILES_IN_FLIGHT,
    log,
  });
  const notices = new NoticesRoute({
    who,
    door: subgraphs.assessments,
    gate: gates.assessments,
    timeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    everyMs: settings.NOTICE_EVERY_MS,
    heartbeatMs: settings.NOTICE_HEARTBEAT_MS,
    mostStreams: settings.NOTICE_STREAMS,
    mostOfPerson: settings.NOTICE_STREAMS_OF_PERSON,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    log,
  });
  const explorer = introspection
    ? openExplorer({ folder: explorerFolder, demo: settings.PROFILE === 'demo' })
    : async () => false;
  const server = makeFrontDoor(
    {
      graphql: (request, response, search) =>
        admission.admit(response, () => {
          response.setHeaders(securityHeaders);
          return graphql.answer(request, response, search);
        }),
      files: (request, response, path) => files.answer(request, response, path),
      notices: (request, response, path) => notices.answer(request, response, path),
      explorer,
      health,
      load: { metrics, gates, workers },
    },
    (error) => log.error({ err: error }, 'a request ended in a fault'),
  );
  const drain = new Drain(server);
  const release = async () => {
    stopLag();
    await graph.close();
    await refusals.settled();
    await database.close();
  };
  server.listen({ port: settings.PORT, host: settings.HOST, backlog: BACKLOG });
  await once(server, 'listening').catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.HOST}:${port}/graphql`,
    port,
    ready: () => health.ready(),
    reload: (sdl) => reload.reload(sdl),
    async close(graceMs = 0) {
      health.close();
      // Not ready, and still served: whoever sends the traffic has the time to notice.
      if (graceMs > 0 && settings.DRAIN_DELAY_MS > 0) await pause(settings.DRAIN_DELAY_MS);
      notices.close();
      await drain.run({ graceMs, limitMs: DRAIN_MS });
      await release();
    },
  };
}
