// Households alone, on a database of its own: callers are made by hand, and organisation is a short list of what it would answer.

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { TicketSeal } from '#platform/access/file-ticket';
import { PersonalData } from '#platform/database/personal-data';
import { withClient } from '#platform/database/with-client';
import { FileStore } from '#platform/graph/files/file-store';
import { type OpenSubgraph, openSubgraph } from '#platform/graph/subgraph';
import { createLog } from '#platform/process/log';
import { executionOf } from '#platform/process/settings';
import { type Caller, type Post, scopeOfPost } from '#platform/vocabulary/caller';
import { type City, type CitySize, generateCity } from '../../data/generate/city';
import { loadHouseholds } from '../../data/load/load-households';
import { rowSeal } from '../../services/households/register-row-seal';
import { registerSheets } from '../../services/households/register-sheets';
import { households } from '../../services/households/subgraph';
import { theCluster } from '../harness/cluster';
import { heardBy } from '../harness/heard-operations';
import { loneDatabase } from '../harness/lone-database';
import { openFolder } from '../harness/open-folder';

type Answered = any;

/** An event of the outbox of funds. */
export interface FundsTold {
  epoch: number;
  kind: string;
  subjectId: string;
  body: Record<string, unknown>;
}

export interface HouseholdsOnly {
  city: City;
  /** the superuser's connection: outside row-level security */
  sql: Client;
  subgraph: OpenSubgraph;
  /** what funds told, in order; unset while funds is away */
  funds: { told: FundsTold[] | null };
  /** of the login of households */
  appUrl: string;
  /** somebody of a post in a region, known by code or name */
  caller(post: Post, region: string | null, more?: Partial<Caller>): Caller;
  ask(caller: Caller, query: string, variables?: Record<string, unknown>): Promise<{ data: Answered; codes: string[] }>;
  regionId(codeOrName: string): string;
  close(): Promise<void>;
}

export async function openHouseholds(size: CitySize): Promise<HouseholdsOnly> {
  const log = createLog('test', { level: process.env.TEST_LOG ?? 'silent' });
  const { secrets } = theCluster();
  const keys = { keys: secrets.personalDataKeys, blindIndexKey: secrets.blindIndexKey };
  const personalData = new PersonalData(keys);
  const city = generateCity(size);
  const database = await loneDatabase({
    subgraph: households,
    prefix: 'register',
    size,
    load: (url) =>
      withClient(url, async (client) => {
        await client.query('begin');
        await loadHouseholds(client, city, { personalData }, () => undefined);
        await client.query('commit');
      }),
  });
  const dataDir = openFolder('households-test');
  const ticketKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  const codes = new Map(city.regions.map((region) => [region.id, region.code]));
  const names = new Map(city.regions.map((region) => [region.id, region.name]));
  const persons = new Set(city.persons.map((person) => person.id));
  const unitOf = (personId: string) => {
    const unit = city.units.find(({ id }) => id === city.persons.find((each) => each.id === personId)?.unitId);
    return unit && { id: unit.id, region: city.regions.find(({ id }) => id === unit.regionId) ?? null };
  };
  const regionOf = (id: string | null) => city.regions.find((region) => region.id === id) ?? null;
  const entityOf = ({ __typename, id }: { __typename: string; id: string }) => {
    if (__typename === 'Person') return persons.has(id) ? { id, name: '某人', unit: unitOf(id) } : null;
    const region = regionOf(id);
    const town = regionOf(region?.parentId ?? null);
    const parent = town && {
      name: town.name,
      parent: regionOf(town.parentId),
      statisticalParent: regionOf(town.statisticalParentId),
    };
    return region && { id, code: region.code, name: region.name, parent };
  };
  const funds: HouseholdsOnly['funds'] = { told: [] };
  const subgraph = heardBy(
    await openSubgraph(households, {
      url: database.url('households'),
      rolePrefix: 'register',
      poolSize: 3,
      log,
      tools: {
        personalData,
        files: {
          tickets: new TicketSeal(ticketKey),
          store: new FileStore(join(dataDir, 'files')),
          limitBytes: 10_000_000,
        },
        sheets: registerSheets(keys, log),
        rowSeal: rowSeal(keys.blindIndexKey),
      },
      execution: executionOf(process.env),
      ask: async (other, { query = '', variables = {} }) => {
        // Tests take what funds told themselves, one step after the other.
        if (query.includes('fundsEvents')) throw new Error('funds is away');
        // Funds and assessments, as far as a complaint about data asks them.
        const of = variables.of as object[] | undefined;
        if (of && other === 'funds') return { data: { _entities: of.map(() => paidIn(query)) } };
        if (of && other === 'assessments')
          return { data: { _entities: of.map(() => ({ light: { light: 'green' } })) } };
        const asked = (variables.who ?? []) as { __typename: string; id: string }[];
        if (asked.length > 0) return { data: { _entities: asked.map(entityOf) } };
        const named = (variables.regions ?? []) as { id: string }[];
        if (named.length > 0) return { data: { _entities: named.map(({ id }) => ({ id, name: names.get(id) })) } };
        const coded = city.regions.find(({ code }) => code === variables.code);
        if (variables.code) return { data: { regionByCode: coded ? { id: coded.id } : null } };
        return { data: { region: { code: codes.get(variables.id as string) ?? null } } };
      },
    }),
  );
  const sql = new Client({ connectionString: database.superuserUrl });
  await sql.connect();
  const regionId = (codeOrName: string) => {
    const region = city.regions.find(({ code, name }) => code === codeOrName || name === codeOrName);
    if (!region) throw new Error(`no region ${codeOrName}`);
    return region.id;
  };
  return {
    city,
    sql,
    subgraph,
    funds,
    appUrl: database.url('households'),
    regionId,
    caller: (post, region, more = {}) => callerOf(post, region === null ? null : regionId(region), more),
    async ask(caller, query, variables = {}) {
      const { data, errors = [] } = await subgraph.execute(
        { query, variables },
        { ...caller, operationId: randomUUID() },
      );
      return { data, codes: errors.map((error) => String(error.extensions?.code)) };
    },
    async close() {
      await sql.end();
      await subgraph.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const paidIn = (query: string) =>
  Object.fromEntries([...query.matchAll(/(y\d{4}):/g)].map(([, field]) => [field, '100.00']));

function callerOf(post: Post, regionId: string | null, more: Partial<Caller>): Caller {
  return {
    personId: randomUUID(),
    appointmentId: randomUUID(),
    post,
    level: null,
    line: null,
    scope: scopeOfPost[post],
    regionId,
    unitId: null,
    principalId: null,
    standsFor: [],
    pairedHouseholds: [],
    regionEpoch: 1,
    sessionId: randomUUID(),
    operationId: randomUUID(),
    service: null,
    ...more,
  } as Caller;
}
