// Organisation alone, on a database of its own: callers come from real tokens and the standing of real sessions, as at the gateway.
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { verifyAccessToken } from '#platform/access/access-token';
import { withClient } from '#platform/database/with-client';
import { type OpenSubgraph, type Operation, openSubgraph } from '#platform/graph/subgraph';
import { createLog } from '#platform/process/log';
import { executionOf } from '#platform/process/settings';
import { anonymousCaller, type Caller, type Level, type Post, scopeOfPost } from '#platform/vocabulary/caller';
import { type City, generateCity } from '../../data/generate/city';
import { loadOrganisation } from '../../data/load/load-organisation';
import { organisation } from '../../services/organisation/subgraph';
import { organisationTools } from '../../services/organisation/tools';
import { SMALL, theCluster } from '../harness/cluster';
import { heardBy } from '../harness/heard-operations';
import { loneDatabase } from '../harness/lone-database';
import type { Answered, Data } from './organisation-answers';

export const PASSWORD = 'Laiwu-demo-2018';
const PREFIX = 'desk';

interface Standing {
  person_id: string;
  appointment_id: string | null;
  post: Post | null;
  level: Level | null;
  line: string | null;
  region_id: string | null;
  unit_id: string | null;
  region_epoch: number;
  principal_id: string | null;
  stands_for: string[];
}

export interface Desk {
  city: City;
  subgraph: OpenSubgraph;
  /** the superuser's connection, outside row-level security */
  sql: Client;
  /** the gateway's own login */
  gateway: Client;
  rolePrefix: string;
  ask(caller: Caller, query: string, variables?: Record<string, unknown>): Promise<Answered>;
  anonymous(address?: string | null): Caller;
  /** the caller whom the gateway would make of a token; null when the session no longer stands */
  callerOf(token: string): Promise<Caller | null>;
  as(account: string, password?: string): Promise<Caller>;
  close(): Promise<void>;
}

const log = createLog('test', { level: process.env.TEST_LOG ?? 'silent' });

export interface DeskOptions {
  profile?: 'demo' | 'production';
  /** further settings, such as those of an external issuer */
  env?: Record<string, string>;
  /** how another subgraph answers; without it organisation asks nobody */
  answer?(subgraph: string, operation: Operation): unknown;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { secrets } = theCluster();
  const city = generateCity(SMALL);
  const database = await loneDatabase({
    subgraph: organisation,
    prefix: PREFIX,
    size: SMALL,
    load: (url) => withClient(url, (client) => loadOrganisation(client, city, { demoPassword: PASSWORD })),
  });

  const env = {
    PROFILE: options.profile ?? 'demo',
    TOKEN_PRIVATE_KEY: secrets.token.privateKey,
    SERVICE_PRIVATE_KEY: secrets.services.organisation.privateKey,
    FILES_DIR: join(tmpdir(), database.name),
    ...options.env,
  };
  const subgraph = heardBy(
    await openSubgraph(organisation, {
      url: database.url('organisation'),
      rolePrefix: PREFIX,
      poolSize: 3,
      log,
      tools: organisationTools(env),
      execution: executionOf(process.env),
      ask: async (name, operation) => {
        if (!options.answer) throw new Error('organisation asks nobody');
        return { data: options.answer(name, operation) as Record<string, unknown> };
      },
    }),
  );
  const sql = new Client({ connectionString: database.superuserUrl });
  const gateway = new Client({ connectionString: database.url('gateway') });
  await Promise.all([sql.connect(), gateway.connect()]);

  const desk: Desk = {
    city,
    subgraph,
    sql,
    gateway,
    rolePrefix: PREFIX,
    async ask(caller, query, variables) {
      const { data, errors = [] } = await subgraph.execute(
        { query, variables },
        { ...caller, operationId: randomUUID() },
      );
      return {
        data: data as unknown as Data,
        errors,
        codes: errors.map((error) => String(error.extensions?.code)),
      };
    },
    anonymous: (address = '10.0.0.1') => ({ ...anonymousCaller(randomUUID()), address }),
    async callerOf(token) {
      const read = await verifyAccessToken(token, secrets.token.publicKey, {
        issuer: 'organisation',
        audience: 'graph',
      });
      if (!read) throw new Error('the token is not valid');
      const { rows } = await gateway.query<Standing>('select * from session.standing($1)', [read.sessionId]);
      const [standing] = rows;
      if (!standing) return null;
      return {
        ...anonymousCaller(randomUUID()),
        personId: standing.person_id,
        appointmentId: standing.appointment_id,
        principalId: standing.principal_id,
        standsFor: standing.stands_for,
        post: standing.post ?? 'public',
        level: standing.level,
        line: standing.line,
        scope: standing.post && standing.post !== 'public' ? scopeOfPost[standing.post] : 'own',
        regionId: standing.region_id,
        unitId: standing.unit_id,
        regionEpoch: standing.region_epoch,
        sessionId: read.sessionId,
        address: '10.0.0.1',
      };
    },
    async as(account, password = PASSWORD) {
      const { data, errors } = await desk.ask(
        desk.anonymous(`as ${account}`),
        'mutation($a: String!, $p: String!) { signIn(account: $a, password: $p) { token } }',
        { a: account, p: password },
      );
      const caller = errors.length === 0 && (await desk.callerOf(data.signIn.token));
      if (!caller) throw new Error(`${account} could not sign in: ${errors.map((error) => error.message).join()}`);
      return caller;
    },
    async close() {
      await Promise.all([sql.end(), gateway.end()]);
      await subgraph.close();
      await database.drop();
    },
  };
  return desk;
}
