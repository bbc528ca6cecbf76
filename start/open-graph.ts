// The whole graph in this process: four subgraphs behind the gateway, no HTTP between them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphNames } from '#platform/database/roles';
import { keepCode } from '#platform/process/keep-code';
import { createLog, type Log } from '#platform/process/log';
import { projectRoot } from '#platform/process/project-root';
import { onShutdown } from '#platform/process/shutdown';
import { followSupergraph } from '../gateway/load/follow-supergraph';
import { GRACE_MS, openGateway } from '../gateway/open-gateway';
import { type Addresses, environmentOf } from './environment';
import { openInProcess } from './open-in-process';
import type { Secrets } from './secrets';

export async function openGraph(secrets: Secrets, at: Addresses, log: Log): Promise<string> {
  keepCode();
  const subgraphs = await openInProcess(secrets, at, log);
  for (const name of subgraphNames) onShutdown(name, () => subgraphs[name].close());
  const gatewayLog = createLog('gateway', { level: process.env.LOG_LEVEL ?? 'warn' });
  const file = process.env.SUPERGRAPH_FILE || join(projectRoot, 'schema/supergraph.graphql');
  const gateway = await openGateway({
    env: environmentOf('gateway', secrets, at),
    supergraphSdl: readFileSync(file, 'utf8'),
    subgraphs,
    log: gatewayLog,
  });
  onShutdown('gateway', () => gateway.close(GRACE_MS));
  followSupergraph(gateway, { file, log: gatewayLog, onHangup: false });
  return gateway.url;
}
