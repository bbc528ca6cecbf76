// The gateway as a process of its own, or as several behind one port: subgraphs are asked over HTTP, each with a passport sealed for it alone.
import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GATEWAY_ISSUER, PassportSealer } from '#platform/access/passport';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { openHttpDoor, type SubgraphDoor } from '#platform/graph/http-door';
import { keepCode } from '#platform/process/keep-code';
import { createLog } from '#platform/process/log';
import { projectRoot } from '#platform/process/project-root';
import { readSettings, SettingsError } from '#platform/process/settings';
import { endWithParent, handOverFirst, onShutdown } from '#platform/process/shutdown';
import { superviseWorkers } from '#platform/process/supervise-workers';
import { joinWorkers } from '#platform/process/worker-talk';
import { followSupergraph } from './load/follow-supergraph';
import { GRACE_MS, openGateway } from './open-gateway';
import { httpModeSchema } from './settings';

async function main(): Promise<void> {
  endWithParent();
  keepCode();
  const settings = readSettings(httpModeSchema, process.env);
  const log = createLog('gateway', { level: settings.LOG_LEVEL });
  if (settings.WORKERS !== undefined && cluster.isPrimary) return superviseWorkers(settings.WORKERS, log);
  const workers = cluster.isWorker ? joinWorkers() : undefined;
  const sealer = new PassportSealer(settings.PASSPORT_PRIVATE_KEY, GATEWAY_ISSUER);
  const urls: Record<SubgraphName, string> = {
    organisation: settings.ORGANISATION_URL,
    households: settings.HOUSEHOLDS_URL,
    assessments: settings.ASSESSMENTS_URL,
    funds: settings.FUNDS_URL,
  };
  // The longer of the two limits: within it the gateway itself keeps the shorter one of queries.
  const timeoutMs = Math.max(settings.SUBGRAPH_TIMEOUT_MS, settings.MUTATION_TIMEOUT_MS);
  const subgraphs = {} as Record<SubgraphName, SubgraphDoor>;
  for (const subgraph of subgraphNames) {
    const door = openHttpDoor({ url: urls[subgraph], subgraph, sealer, timeoutMs });
    subgraphs[subgraph] = door;
    onShutdown(subgraph, () => door.close(), log);
  }
  const file = settings.SUPERGRAPH_FILE ?? join(projectRoot, 'schema/supergraph.graphql');
  const supergraphSdl = readFileSync(file, 'utf8');
  const gateway = await openGateway({
    env: process.env,
    supergraphSdl,
    subgraphs,
    log,
    ...(workers ? { workers } : {}),
  });
  onShutdown('gateway', () => gateway.close(GRACE_MS));
  if (workers) handOverFirst(() => workers.leave());
  followSupergraph(gateway, { file, log, onHangup: true });
  log.info({ url: gateway.url }, '网关已启动 · the gateway is up');
}

main().catch((error: Error & { code?: string }) => {
  const busy =
    error.code === 'EADDRINUSE' ? '端口已被占用，请用 PORT 另选 · the port is busy, choose another with PORT' : null;
  process.stderr.write(`${error instanceof SettingsError ? error.message : `✗ ${busy ?? error.message}`}\n`);
  process.exit(1);
});
