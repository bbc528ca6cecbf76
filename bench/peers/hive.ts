// The peers HIVE and HIVE_RUST: Hive Gateway before our own subgraphs over HTTP, planning in JavaScript or in Rust.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GATEWAY_ISSUER, PassportSealer } from '#platform/access/passport';
import { subgraphNames } from '#platform/database/roles';
import { OPERATION_HEADER, PASSPORT_HEADER } from '#platform/graph/serve';
import { projectRoot } from '#platform/process/project-root';
import { onShutdown } from '#platform/process/shutdown';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { type Addresses, environmentOf } from '../../start/environment';
import { answerParent } from '../process/parent';
import type { SideSetup } from '../serve-graph';
import { peerPackage } from './peer-package';
import { SessionCheck } from './session-check';

const POOL_SIZE = 10;

/** As much of Hive's own types as is used here. */
interface HiveGateway {
  createGatewayRuntime(config: unknown): RequestListener & { dispose(): Promise<void> };
}
interface RouterRuntime {
  unifiedGraphHandler: unknown;
}
interface ClientToSubgraph {
  request: Request;
  subgraphName: string;
}

/** The file that our own gateway runs, with the addresses of this run. */
function supergraphAt({ host, subgraphPorts }: Addresses): string {
  const sdl = readFileSync(join(projectRoot, 'schema', 'supergraph.graphql'), 'utf8');
  return subgraphNames.reduce(
    (text, name) => text.replace(`"http://${name}/graphql"`, `"http://${host}:${subgraphPorts[name]}/graphql"`),
    sdl,
  );
}

/** What tells a subgraph who asks, after the session check: a passport sealed for it, as our own gateway seals it. */
function passportsOf(sessions: SessionCheck, sealer: PassportSealer) {
  const callers = new WeakMap<Request, Promise<Caller>>();
  const callerOf = async (request: Request): Promise<Caller> => {
    const standing = await sessions.check(request.headers.get('authorization') ?? undefined);
    if (!standing) throw new Error('not signed in');
    return { ...anonymousCaller(randomUUID()), ...standing };
  };
  return async ({ request, subgraphName }: ClientToSubgraph) => {
    let caller = callers.get(request);
    if (!caller) {
      caller = callerOf(request);
      callers.set(request, caller);
    }
    const known = await caller;
    return { [PASSPORT_HEADER]: sealer.seal(known, subgraphName), [OPERATION_HEADER]: known.operationId };
  };
}

async function open({ secrets, addresses }: SideSetup): Promise<string> {
  const { createGatewayRuntime } = peerPackage<HiveGateway>('@graphql-hive/gateway');
  const inRust = process.argv[2] === 'HIVE_RUST';
  const sessions = new SessionCheck(environmentOf('gateway', secrets, addresses), POOL_SIZE);
  const sealer = new PassportSealer(secrets.passport.privateKey, GATEWAY_ISSUER);
  const gateway = createGatewayRuntime({
    supergraph: supergraphAt(addresses),
    ...(inRust
      ? { unifiedGraphHandler: peerPackage<RouterRuntime>('@graphql-hive/router-runtime').unifiedGraphHandler }
      : {}),
    propagateHeaders: { fromClientToSubgraphs: passportsOf(sessions, sealer) },
    // Equal requests in flight would be asked once for all of them.
    transportEntries: { '*.http': { options: { deduplicateInflightRequests: false } } },
    logging: 'warn',
    graphiql: false,
    landingPage: false,
  });
  const server = createServer({ keepAliveTimeout: 65_000 }, gateway);
  server.listen(0, addresses.host);
  await once(server, 'listening');
  onShutdown('Hive', async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([gateway.dispose(), sessions.close()]);
  });
  return `http://${addresses.host}:${(server.address() as AddressInfo).port}/`;
}

answerParent({ open });
