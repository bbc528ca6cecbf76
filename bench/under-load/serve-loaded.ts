// This project as it is measured under load: in one process as `npm start` opens it, or as services with several gateways.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { createLog } from '#platform/process/log';
import type { Addresses } from '../../start/environment';
import { openGraph } from '../../start/open-graph';
import type { Secrets } from '../../start/secrets';
import { spawnServices } from '../../start/spawn-services';
import { answerParent } from '../process/parent';

export interface LoadedSetup {
  secrets: Secrets;
  addresses: Addresses;
  /** settings of the gateway */
  env: Record<string, string>;
  /** gateways of their own over HTTP; in one process when left out */
  workers?: number;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

async function open({ secrets, addresses, env, workers }: LoadedSetup): Promise<string> {
  Object.assign(process.env, env);
  const log = createLog('loaded', { level: 'fatal' });
  if (workers === undefined) return openGraph(secrets, addresses, log);
  const subgraphPorts = {} as Record<SubgraphName, number>;
  for (const name of subgraphNames) subgraphPorts[name] = await freePort();
  return spawnServices(secrets, { ...addresses, port: await freePort(), subgraphPorts, workers }, log);
}

answerParent({ open });
