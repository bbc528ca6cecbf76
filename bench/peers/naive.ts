// The peer NAIVE, the control: the same packages with every default, four subgraphs and a gateway, a process each.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { onShutdown } from '#platform/process/shutdown';
import { type Environment, environmentOf } from '../../start/environment';
import { answerParent } from '../process/parent';
import type { SideSetup } from '../serve-graph';

/** Answers the address that the process tells when it listens. */
function spawnProcess(name: string, file: string, env: Environment): Promise<string> {
  const { PATH, HOME, NODE_ENV, APOLLO_TELEMETRY_DISABLED } = process.env;
  const common = { PATH, HOME, NODE_ENV, APOLLO_TELEMETRY_DISABLED };
  const child = fork(join(__dirname, 'naive', file), [name], {
    env: { ...common, ...env },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  onShutdown(name, async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  return new Promise((resolve, reject) => {
    child.once('message', ({ url }: { url: string }) => resolve(url));
    child.once('exit', (code) => reject(new Error(`NAIVE ${name} ended (${code})`)));
  });
}

async function open({ secrets, addresses }: SideSetup): Promise<string> {
  const openSubgraph = async (name: SubgraphName) => {
    const { ROLE_PREFIX = '', ...env } = environmentOf(name, secrets, addresses);
    const DATABASE_URL = env[`${name.toUpperCase()}_DATABASE_URL`] ?? '';
    return { name, url: await spawnProcess(name, 'serve-subgraph.js', { ROLE_PREFIX, DATABASE_URL }) };
  };
  const subgraphs = await Promise.all(subgraphNames.map(openSubgraph));
  const env = { ...environmentOf('gateway', secrets, addresses), SUBGRAPHS: JSON.stringify(subgraphs) };
  return spawnProcess('gateway', 'serve-gateway.js', env);
}

answerParent({ open });
