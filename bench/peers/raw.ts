// The peer RAW: node:http and pg by hand, one prepared statement a request in one pipelined trip, under the same session check and policies.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool, type PoolConfig } from 'pg';
import { RegionScope } from '#platform/database/region-scope';
import { onShutdown } from '#platform/process/shutdown';
import { subtreeOf } from '#platform/vocabulary/region';
import { environmentOf } from '../../start/environment';
import { answerParent } from '../process/parent';
import type { SideSetup } from '../serve-graph';
import { RAW_REGION, rawUrl } from './raw/found-raw-roles';
import { householdCard } from './raw/household-card';
import { householdPage } from './raw/household-page';
import type { RawStatement } from './raw/raw-statement';
import { SessionCheck } from './session-check';

const POOL_SIZE = 10;
const statements: Readonly<Record<string, RawStatement>> = { '/W1': householdPage, '/W2': householdCard };

/** The same settings as platform/database/in-scope.ts sends. */
const SCOPE = `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true),
  set_config('scope.households', '', true), set_config('scope.person', $4, true), set_config('scope.unit', $5, true)`;

async function open({ secrets, addresses }: SideSetup): Promise<string> {
  const config: PoolConfig & { pipeline: boolean } = {
    connectionString: rawUrl({ secrets, addresses }),
    max: POOL_SIZE,
    pipeline: true,
    idleTimeoutMillis: 60_000,
  };
  const pool = new Pool(config);
  const sessions = new SessionCheck(environmentOf('gateway', secrets, addresses), POOL_SIZE);
  const regions = new RegionScope(() => pool, 'households');

  async function answer(request: IncomingMessage): Promise<[number, string]> {
    const statement = statements[request.url ?? ''];
    if (!statement || request.method !== 'POST') return [404, '{}'];
    const [variables, standing] = await Promise.all([bodyOf(request), sessions.check(request.headers.authorization)]);
    if (!standing) return [401, '{}'];
    const { regionId, regionEpoch, personId, unitId } = standing;
    const path = regionId && (await regions.pathOf(regionId, regionEpoch));
    if (!path || standing.scope !== 'region') return [403, '{}'];
    const range = subtreeOf(path);
    const pathOf = (id: string) => regions.pathOf(id, regionEpoch);
    const values = await statement.parametersOf(variables, { range, pathOf });
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const [, , { rows }] = await Promise.all([
        client.query('begin read only'),
        client.query({ name: 'scope', text: SCOPE, values: [RAW_REGION, range.lo, range.hi, personId, unitId ?? ''] }),
        client.query<{ body: string }>({ name: request.url ?? '', text: statement.text, values }),
        client.query('commit'),
      ]);
      return [200, rows[0]?.body ?? 'null'];
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    void answer(request)
      .catch((error: Error): [number, string] => [500, JSON.stringify({ error: error.message })])
      .then(([status, body]) => {
        const headers = {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        };
        response.writeHead(status, headers).end(body);
      });
  });
  server.listen(0, addresses.host);
  await once(server, 'listening');
  onShutdown('RAW', async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([pool.end(), sessions.close()]);
  });
  return `http://${addresses.host}:${(server.address() as AddressInfo).port}/`;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

answerParent({ open });
