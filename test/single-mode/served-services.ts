// A process of its own that runs the subgraphs and two gateways as `npm run start:services -- --workers 2` does, over a city of the test cluster.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { createLog } from '#platform/process/log';
import { onShutdown, shutDown } from '#platform/process/shutdown';
import { spawnServices } from '../../start/spawn-services';
import { createDatabase, dropDatabase, migratorUrl, TEMPLATE, theCluster } from '../harness/cluster';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

async function serveServices(workers: number): Promise<void> {
  const cluster = theCluster();
  const database = `world_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await createDatabase(cluster, database, TEMPLATE);
  onShutdown('database', () => dropDatabase(cluster, database));
  const subgraphPorts = {} as Record<SubgraphName, number>;
  for (const name of subgraphNames) subgraphPorts[name] = await freePort();
  const url = await spawnServices(
    cluster.secrets,
    {
      profile: 'demo',
      host: '127.0.0.1',
      port: await freePort(),
      subgraphPorts,
      databaseUrl: migratorUrl(cluster, database),
      rolePrefix: TEMPLATE,
      workers,
    },
    createLog('served', { level: 'fatal' }),
  );
  process.stdout.write(`${JSON.stringify({ url, subgraphPorts, database })}\n`);
  process.stdin.resume().once('end', () => void shutDown().then((code) => process.exit(code)));
}

if (require.main === module)
  serveServices(Number(process.argv[2])).catch(async (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    await shutDown();
    process.exit(1);
  });
