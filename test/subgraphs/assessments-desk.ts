// Assessments alone, on a database of its own: the other subgraphs answer from the generated city, callers are the demo accounts.

import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { withClient } from '#platform/database/with-client';
import { type OpenSubgraph, type Operation, openSubgraph } from '#platform/graph/subgraph';
import { createLog } from '#platform/process/log';
import { executionOf } from '#platform/process/settings';
import {
  anonymousCaller,
  type Caller,
  type Level,
  type Post,
  type ScopeKind,
  scopeOfPost,
} from '#platform/vocabulary/caller';
import { type City, generateCity } from '../../data/generate/city';
import { loadAssessments } from '../../data/load/load-assessments';
import { assessments } from '../../services/assessments/subgraph';
import { assessmentsTools } from '../../services/assessments/tools';
import { SMALL, theCluster } from '../harness/cluster';
import { heardBy } from '../harness/heard-operations';
import { loneDatabase } from '../harness/lone-database';
import { answerOfOthers } from './answer-of-others';
import { inspectionFrameOf } from './inspection-frame-of';

/** Answers of free-form queries, as JSON is read: a test says what it expects to find in them. */
export type Data = ReturnType<typeof JSON.parse>;

export interface Answered {
  data: Data;
  codes: string[];
  text: string;
}

export interface AssessmentsDesk {
  city: City;
  /** the superuser's connection, outside row-level security */
  sql: Client;
  /** household-months visited of 100 owed, by town; a town that is left out was not answered for */
  visited: Map<string, number>;
  /** what organisation answers of a resolution, by its id */
  resolutions: Map<string, object>;
  /** what another subgraph answers under a root field, before all else */
  told: Map<string, unknown>;
  /** appointments that have ended, as organisation would tell */
  ended: Set<string>;
  /** each question that was asked of another subgraph */
  asked: { subgraph: string; query: string; caller: Caller }[];
  as(account: string, change?: Partial<Caller>): Caller;
  ask(caller: Caller, query: string, variables?: Record<string, unknown>): Promise<Answered>;
  /** runs SQL under one scope kind, as the subgraph's own login would */
  under(kind: ScopeKind, settings: Record<string, string>, sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const PREFIX = 'assess';
const log = createLog('test', { level: process.env.TEST_LOG ?? 'silent' });

/** `env`: settings beside those that it needs, such as outgoing ports. */
export async function openAssessmentsDesk(env: Record<string, string> = {}): Promise<AssessmentsDesk> {
  const { secrets } = theCluster();
  const city = generateCity(SMALL);
  const database = await loneDatabase({
    subgraph: assessments,
    prefix: PREFIX,
    size: SMALL,
    load: (url) => withClient(url, (client) => loadAssessments(client, city, {})),
  });
  const connect = async (url: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  };

  const visited = new Map(city.regions.filter(({ kind }) => kind === 'town').map(({ id }, at) => [id, 100 - at]));
  const asked: AssessmentsDesk['asked'] = [];
  const ended: AssessmentsDesk['ended'] = new Set();
  const told: AssessmentsDesk['told'] = new Map();
  const resolutions: AssessmentsDesk['resolutions'] = new Map();
  const answer = (operation: Operation, subgraph: string) => {
    const given = [...told].find(([field]) => operation.query.includes(field));
    if (given) return Object.fromEntries([given]);
    return operation.query.includes('inspectionFrame')
      ? { inspectionFrame: inspectionFrameOf(city, operation.variables?.id) }
      : answerOfOthers({ city, visited, resolutions, ended }, operation, subgraph);
  };
  const subgraph: OpenSubgraph = heardBy(
    await openSubgraph(assessments, {
      url: database.url('assessments'),
      rolePrefix: PREFIX,
      poolSize: 1,
      log,
      tools: assessmentsTools({
        SERVICE_PRIVATE_KEY: secrets.services.assessments.privateKey,
        FILES_DIR: join(tmpdir(), database.name),
        PERSONAL_DATA_KEYS: JSON.stringify(secrets.personalDataKeys),
        BLIND_INDEX_KEY: secrets.blindIndexKey,
        ...env,
      }),
      execution: executionOf(process.env),
      ask: async (name, operation, caller) => {
        asked.push({ subgraph: name, query: operation.query, caller });
        return { data: answer(operation, name) };
      },
    }),
  );
  const sql = await connect(database.superuserUrl);

  return {
    city,
    sql,
    visited,
    resolutions,
    ended,
    told,
    asked,
    as(account, change = {}) {
      const personId = city.demoAccounts.find((demo) => demo.account === account)?.personId;
      const held = city.appointments.find((appointment) => appointment.personId === personId);
      if (!held || !personId) throw new Error(`no demo account ${account}`);
      const unit = city.units.find(({ id }) => id === held.unitId);
      const post = held.post as Post;
      const scope = scopeOfPost[post];
      const identity = {
        personId,
        appointmentId: held.id,
        post,
        level: held.level as Level | null,
        scope,
        line: unit?.line ?? null,
      };
      const regionId = held.regionId ?? (scope === 'unit' ? (unit?.regionId ?? null) : null);
      return {
        ...anonymousCaller(randomUUID()),
        ...identity,
        regionId,
        unitId: held.unitId,
        regionEpoch: 1,
        sessionId: randomUUID(),
        ...change,
      };
    },
    async ask(caller, query, variables) {
      const { data, errors = [] } = await subgraph.execute(
        { query, variables },
        { ...caller, operationId: randomUUID() },
      );
      return {
        data,
        codes: errors.map((error) => String(error.extensions?.code)),
        text: JSON.stringify({ data, errors }),
      };
    },
    async under(kind, settings, statement) {
      const client = await connect(database.url('assessments'));
      try {
        await client.query('begin');
        await client.query(`select set_config('role', $1, true)`, [`${PREFIX}_assessments_${kind}`]);
        for (const [name, value] of Object.entries(settings))
          await client.query('select set_config($1, $2, true)', [`scope.${name}`, value]);
        return (await client.query(statement)).rows;
      } finally {
        await client.end();
      }
    },
    async close() {
      await sql.end();
      await subgraph.close();
      await database.drop();
    },
  };
}
