// Funds alone, on a database of its own: callers are made by hand, and households and organisation answer from the generated city.

import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { PersonalData } from '#platform/database/personal-data';
import { RoleNames } from '#platform/database/roles';
import { withClient } from '#platform/database/with-client';
import { type OpenSubgraph, openSubgraph } from '#platform/graph/subgraph';
import { createLog } from '#platform/process/log';
import { executionOf } from '#platform/process/settings';
import { anonymousCaller, type Caller, type Post, type ScopeKind, scopeOfPost } from '#platform/vocabulary/caller';
import { isWithin, subtreeOf } from '#platform/vocabulary/region';
import { type City, type CitySize, generateCity } from '../../data/generate/city';
import { loadFunds } from '../../data/load/load-funds';
import { funds } from '../../services/funds/subgraph';
import { fundsTools } from '../../services/funds/tools';
import { theCluster } from '../harness/cluster';
import { heardBy } from '../harness/heard-operations';
import { loneDatabase } from '../harness/lone-database';
import { answerOfPatient, answerOfPayees, type BentRegister, unbent } from './funds-neighbours';

// what a query answers is asserted field by field
type Answered = any;

export interface FundsOnly {
  city: City;
  register: BentRegister;
  /** the superuser's connection: outside row-level security */
  sql: Client;
  superuserUrl: string;
  /** the owner of the tables, under FORCE */
  owner: Client;
  subgraph: OpenSubgraph;
  /** a demo account under its appointment */
  as(account: string, more?: Partial<Caller>): Caller;
  ask(caller: Caller, query: string, variables?: Record<string, unknown>): Promise<{ data: Answered; codes: string[] }>;
  /** the data of an answer without a single error */
  get(caller: Caller, query: string, variables?: Record<string, unknown>): Promise<Answered>;
  regionId(codeOrName: string): string;
  /** the narrowest role: a scope kind in a transaction that is rolled back when it fails */
  inRole<T>(kind: ScopeKind, caller: Caller, run: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openFunds(size: CitySize, poolSize = 4): Promise<FundsOnly> {
  const log = createLog('test', { level: process.env.TEST_LOG ?? 'silent' });
  const { secrets } = theCluster();
  const city = generateCity(size);
  const register = unbent();
  const database = await loneDatabase({
    subgraph: funds,
    prefix: 'fund',
    size,
    load: (url) =>
      withClient(url, async (client) => {
        await client.query('begin');
        const personalData = new PersonalData({ keys: secrets.personalDataKeys, blindIndexKey: secrets.blindIndexKey });
        await loadFunds(client, city, { personalData }, () => undefined);
        await client.query('commit');
      }),
  });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const subgraph = heardBy(
    await openSubgraph(funds, {
      url: database.url('funds'),
      rolePrefix: 'fund',
      poolSize,
      log,
      tools: fundsTools({
        SERVICE_PRIVATE_KEY: secrets.services.funds.privateKey,
        FILES_DIR: join(tmpdir(), database.name),
        PERSONAL_DATA_KEYS: JSON.stringify(secrets.personalDataKeys),
        BLIND_INDEX_KEY: secrets.blindIndexKey,
      }),
      execution: executionOf(process.env),
      ask: async (asked, { variables = {} }, caller) => ({
        data: answerOfPayees(city, variables, register) ?? answerOf({ city, register }, asked, variables, caller),
      }),
    }),
  );
  const sql = new Client({ connectionString: database.superuserUrl });
  await sql.connect();
  const ask = async (caller: Caller, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors = [] } = await subgraph.execute(
      { query, variables },
      { ...caller, operationId: randomUUID() },
    );
    return { data: data as Answered, codes: errors.map((error) => String(error.extensions?.code)) };
  };
  return {
    city,
    register,
    ...{ sql, owner, superuserUrl: database.superuserUrl },
    subgraph,
    ask,
    async get(caller, query, variables) {
      const { data, codes } = await ask(caller, query, variables);
      if (codes.length > 0) throw new Error(`refused: ${codes.join(', ')}`);
      return data;
    },
    as: (account, more = {}) => ({ ...callerOf(city, account), ...more }),
    regionId: (codeOrName) => regionOf(city, codeOrName).id,
    async inRole(kind, caller, run) {
      const client = new Client({ connectionString: database.url('funds') });
      await client.connect();
      try {
        const path = city.regions.find(({ id }) => id === caller.regionId)?.path;
        const { lo, hi } = path ? subtreeOf(path) : { lo: '', hi: '' };
        await client.query('begin');
        await client.query(
          `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true),
             set_config('scope.households', $4, true), set_config('scope.person', $5, true), set_config('scope.unit', $6, true)`,
          [
            new RoleNames('fund', 'funds').kind(kind),
            lo,
            hi,
            `{${caller.pairedHouseholds.join(',')}}`,
            caller.personId ?? '',
            caller.unitId ?? '',
          ],
        );
        const result = await run(client);
        await client.query('commit');
        return result;
      } finally {
        await client.end();
      }
    },
    async close() {
      await sql.end();
      await owner.end();
      await subgraph.close();
      await database.drop();
    },
  };
}

function regionOf(city: City, codeOrName: string) {
  const region = city.regions.find(({ code, name }) => code === codeOrName || name === codeOrName);
  if (!region) throw new Error(`no region ${codeOrName}`);
  return region;
}

function callerOf(city: City, account: string): Caller {
  const person = city.demoAccounts.find((each) => each.account === account)?.personId;
  const held = city.appointments.find(({ personId }) => personId === person);
  if (!person || !held) throw new Error(`no demo account ${account}`);
  const post = held.post as Post;
  return {
    ...anonymousCaller(randomUUID()),
    personId: person,
    appointmentId: held.id,
    post,
    level: held.level,
    line: city.units.find(({ id }) => id === held.unitId)?.line ?? null,
    scope: scopeOfPost[post],
    regionId: held.regionId ?? cityRegionOfUnit(city, post),
    unitId: held.unitId,
    pairedHouseholds: city.pairings.filter(({ helperId }) => helperId === person).map(({ householdId }) => householdId),
    regionEpoch: 1,
    sessionId: randomUUID(),
  };
}

const cityRegionOfUnit = (city: City, post: Post) =>
  scopeOfPost[post] === 'unit' ? (city.regions.find(({ kind }) => kind === 'city')?.id ?? null) : null;

/** What the other two subgraphs would answer, through the same scope. */
type Around = Pick<FundsOnly, 'city' | 'register'>;

function answerOf({ city, register }: Around, asked: string, variables: Record<string, unknown>, caller: Caller) {
  if (asked === 'organisation') {
    if ('id' in variables) return { unit: city.units.find(({ id }) => id === variables.id) ?? null };
    const named = (variables.who ?? variables.regions) as { id: string }[] | undefined;
    if (named) {
      const names = new Map([...city.regions, ...city.persons].map((each) => [each.id, each.name]));
      return { _entities: named.map((each) => ({ id: each.id, name: names.get(each.id) })) };
    }
    if (!('units' in variables)) return { dictionary: { entries: [{ code: 'industry-support', zh: '产业发展补助' }] } };
    const [unit] = variables.units as { id: string }[];
    return { _entities: [city.units.find(({ id }) => id === unit?.id) ?? null] };
  }
  const cardOf = (id: string) => `**** ${register.cards.get(id)?.slice(-4) ?? '0000'}`;
  const nameOf = new Map(city.members.map(({ id, name }) => [id, name]));
  if ('ids' in variables) {
    const range = subtreeOf(city.regions.find(({ id }) => id === caller.regionId)?.path ?? '');
    const wanted = new Set(variables.ids as string[]);
    const known = city.households.filter(({ id, path }) => wanted.has(id) && isWithin(path, range));
    const told = known.map(({ id, number, regionId, path, headMemberId }) => {
      const state = city.states.filter(({ householdId }) => householdId === id).at(-1)?.state ?? null;
      return { id, number, regionId, path, headName: nameOf.get(headMemberId), maskedCard: cardOf(id), state };
    });
    return { householdsForPayment: told };
  }
  return answerOfPatient(city, variables.idNumber);
}
