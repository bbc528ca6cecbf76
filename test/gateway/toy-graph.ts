// A toy graph to try the gateway alone: two of its subgraphs are made up here, with doors that can be slow, dead or faulty.

import { generateKeyPairSync } from 'node:crypto';
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type FormattedExecutionResult, parse } from 'graphql';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { createLog } from '#platform/process/log';
import type { Caller } from '#platform/vocabulary/caller';
import { type OpenGateway, openGateway } from '../../gateway/open-gateway';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const sdl = {
  organisation: `${LINK}
    type Query { me: String  region(id: ID!): Region  regions(first: Int, after: String): RegionConnection  allRegions: [Region!] }
    type Mutation { signIn(account: String!, password: String!): String  rename(name: String!): String }
    type Region @key(fields: "id") { id: ID!  name: String!  children: [Region!]  units(first: Int): UnitConnection }
    type RegionConnection { edges: [RegionEdge!]! pageInfo: PageInfo! }
    type RegionEdge { cursor: String! node: Region! }
    type UnitConnection { edges: [UnitEdge!]! }
    type UnitEdge { node: Unit! }
    type Unit { id: ID! name: String! }
    type PageInfo @shareable { hasNextPage: Boolean! }`,
  funds: `${LINK}
    type Query { total: String }
    type Region @key(fields: "id") { id: ID!  paid: String  owed: String }`,
};

const region = (id: string) => ({ __typename: 'Region', id, name: `镇${id}` });

/** What the toys were asked, and how often something was really done. */
export interface ToyGraph {
  gateway: OpenGateway;
  supergraphSdl: string;
  url: string;
  base: string;
  done: string[];
  callers: Caller[];
  lines: string[];
  post(body: unknown, headers?: Record<string, string>): Promise<ToyAnswer>;
  close(): Promise<void>;
}

export interface ToyAnswer {
  status: number;
  headers: Headers;
  ms: number;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
    extensions?: unknown;
  };
}

export type Behaviour = (door: SubgraphDoor, name: SubgraphName) => SubgraphDoor;

export async function openToyGraph(
  behave: Behaviour = (door) => door,
  env: Record<string, string> = {},
  explorerFolder?: string,
): Promise<ToyGraph> {
  const done: string[] = [];
  const callers: Caller[] = [];
  const lines: string[] = [];
  const organisation = buildSubgraphSchema({
    typeDefs: parse(sdl.organisation),
    resolvers: {
      Query: {
        me: () => '某人',
        region: (_: unknown, { id }: { id: string }) => region(id),
        regions: (_: unknown, { first = 3 }: { first?: number }) => ({
          edges: Array.from({ length: first }, (_each, at) => ({ cursor: `${at}`, node: region(`${at}`) })),
          pageInfo: { hasNextPage: false },
        }),
        allRegions: () => ['1', '2', '3'].map(region),
      },
      Mutation: {
        signIn: () => void done.push('signIn'),
        rename: (_: unknown, { name }: { name: string }) => {
          done.push('rename');
          return name;
        },
      },
    },
  });
  const funds = buildSubgraphSchema({
    typeDefs: parse(sdl.funds),
    resolvers: {
      Query: { total: () => '10.00' },
      Region: { __resolveReference: ({ id }: { id: string }) => ({ id, paid: `${id}.00`, owed: '0.00' }) },
    },
  });
  const doorOf = (name: SubgraphName): SubgraphDoor => ({
    file: () => Promise.reject(new Error('a toy keeps no files')),
    async execute({ query, variables, operationName }, caller) {
      callers.push(caller);
      const schema = name === 'funds' ? funds : organisation;
      return (await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        operationName,
      })) as FormattedExecutionResult;
    },
    ready: async () => undefined,
    close: async () => undefined,
  });
  const composed = composeServices(
    (['organisation', 'funds'] as const).map((name) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: parse(sdl[name]),
    })),
  );
  if (!composed.supergraphSdl) throw new Error(String(composed.errors));
  const gateway = await openGateway({
    env: { ...(await toyEnvironment()), ...env },
    supergraphSdl: composed.supergraphSdl,
    subgraphs: Object.fromEntries(subgraphNames.map((name) => [name, behave(doorOf(name), name)])) as Record<
      SubgraphName,
      SubgraphDoor
    >,
    log: createLog('toy', { level: 'info', destination: { write: (line: string) => void lines.push(line) } }),
    ...(explorerFolder ? { explorerFolder } : {}),
  });
  const base = gateway.url.replace(/\/graphql$/, '');
  return {
    gateway,
    supergraphSdl: composed.supergraphSdl,
    url: gateway.url,
    base,
    done,
    callers,
    lines,
    async post(body, headers = {}) {
      const begun = performance.now();
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const answer = (await response.json()) as ToyAnswer['body'];
      return { status: response.status, headers: response.headers, ms: performance.now() - begun, body: answer };
    },
    close: () => gateway.close(),
  };
}

/** A raw request: `fetch` sets headers of its own, which a hostile page would not. */
export function raw(
  url: string,
  method: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Nothing listens at its database: no toy needs one, and what cannot be counted must not be felt. */
async function toyEnvironment(): Promise<Record<string, string>> {
  const { publicKey } = generateKeyPairSync('ed25519');
  return {
    PROFILE: 'demo',
    HOST: '127.0.0.1',
    PORT: '0',
    GATEWAY_DATABASE_URL: `postgresql://gateway:none@127.0.0.1:${await closedPort()}/none`,
    TOKEN_PUBLIC_KEY: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    SUBGRAPH_TIMEOUT_MS: '400',
    MUTATION_TIMEOUT_MS: '800',
  };
}

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
