// The peer PGR: PostGraphile on the same tables and policies, each request in a transaction under the scope of who asks.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';
import { RegionScope } from '#platform/database/region-scope';
import { onShutdown } from '#platform/process/shutdown';
import { subtreeOf } from '#platform/vocabulary/region';
import { environmentOf } from '../../start/environment';
import { answerParent } from '../process/parent';
import type { SideSetup } from '../serve-graph';
import { peerPackage } from './peer-package';
import { PGR_SCHEMA } from './pgr/pgr-schema';
import { RAW_REGION, rawUrl } from './raw/found-raw-roles';
import { SessionCheck } from './session-check';

const POOL_SIZE = 10;

/** As much of PostGraphile's own types as is used here. */
interface PgService {
  adaptorSettings: { pool: Pool };
}
interface PostGraphile {
  postgraphile(preset: unknown): {
    createServ(grafserv: unknown): { addTo(server: Server): Promise<void> };
    release(): Promise<void>;
  };
}

const refused = (message: string) => Object.assign(new Error(message), { statusCode: 401 });

async function open({ secrets, addresses }: SideSetup): Promise<string> {
  const { postgraphile } = peerPackage<PostGraphile>('postgraphile');
  const { PostGraphileAmberPreset } = peerPackage<{ PostGraphileAmberPreset: unknown }>('postgraphile/presets/amber');
  const { makePgService } = peerPackage<{ makePgService(options: unknown): PgService }>('postgraphile/adaptors/pg');
  const { jsonPgSmartTags } = peerPackage<{ jsonPgSmartTags(tags: unknown): unknown }>('postgraphile/utils');
  const { grafserv } = peerPackage<{ grafserv: unknown }>('postgraphile/grafserv/node');

  const service = makePgService({
    connectionString: rawUrl({ secrets, addresses }),
    schemas: ['organisation', 'households', 'assessments', 'funds', PGR_SCHEMA],
    poolConfig: { max: POOL_SIZE },
  });
  const sessions = new SessionCheck(environmentOf('gateway', secrets, addresses), POOL_SIZE);
  const regions = new RegionScope(() => service.adaptorSettings.pool, 'households');

  async function settingsOf(request: IncomingMessage | undefined): Promise<Record<string, string>> {
    const standing = await sessions.check(request?.headers.authorization);
    if (!standing) throw refused('not signed in');
    const { regionId, regionEpoch, personId, unitId } = standing;
    const path = regionId && (await regions.pathOf(regionId, regionEpoch));
    if (!path || standing.scope !== 'region') throw refused('not of this scope');
    const { lo, hi } = subtreeOf(path);
    return {
      role: RAW_REGION,
      'scope.lo': lo,
      'scope.hi': hi,
      'scope.households': '',
      'scope.person': personId ?? '',
      'scope.unit': unitId ?? '',
    };
  }

  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    // Tables of one subgraph name rows of another without a constraint, since each may have a database of its own.
    plugins: [
      jsonPgSmartTags({
        version: 1,
        config: {
          class: {
            'households.household': { tags: { foreignKey: '(region_id) references organisation.region (id)' } },
          },
        },
      }),
    ],
    pgServices: [service],
    grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
    grafast: {
      explain: false,
      context: async ({ node }: { node?: { req?: IncomingMessage } }) => ({ pgSettings: await settingsOf(node?.req) }),
    },
  });
  const server = createServer({ keepAliveTimeout: 65_000 });
  await instance.createServ(grafserv).addTo(server);
  server.listen(0, addresses.host);
  await once(server, 'listening');
  onShutdown('PGR', async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([instance.release(), sessions.close()]);
  });
  return `http://${addresses.host}:${(server.address() as AddressInfo).port}/`;
}

answerParent({ open });
