// The whole graph in this process: four subgraphs behind the gateway, no HTTP between them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphNames } from '#platform/database/roles';
import { createLog, type Log } from '#platform/process/log';
import { projectRoot } from '#platform/process/project-root';
import { onShutdown } from '#platform/process/shutdown';
import { openGateway } from '../gateway/open-gateway';
import { type Addresses, environmentOf } from './environment';
import { openInProcess } from './open-in-process';
import type { Secrets } from './secrets';

export async function openGraph(secrets: Secrets, at: Addresses, log: Log): Promise<string> {
  const subgraphs = await openInProcess(secrets, at, log);
  for (const name of subgraphNames) onShutdown(name, () => subgraphs[name].close());
  const gateway = await openGateway({
    env: environmentOf('gateway', secrets, at),
    supergraphSdl: readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8'),
    subgraphs,
    log: createLog('gateway', { level: process.env.LOG_LEVEL ?? 'warn' }),
  });
  onShutdown('gateway', () => gateway.close());
  return gateway.url;
}
