// A process of NAIVE: one subgraph behind Apollo Server as its documentation starts it, guarded by graphql-shield on every field.
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, isObjectType, parse } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { allow, rule, shield } from 'graphql-shield';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { DataSource } from 'typeorm';
import type { SubgraphName } from '#platform/database/roles';
import { type NaiveContext, Rows } from './in-transaction';
import type { NaiveSubgraph } from './naive-subgraph';
import { WHO_HEADER, whoOf } from './who-header';

const load: Readonly<Record<SubgraphName, () => Promise<unknown>>> = {
  organisation: async () => (await import('./organisation-subgraph.js')).organisationSubgraph,
  households: async () => (await import('./households-subgraph.js')).householdsSubgraph,
  assessments: async () => (await import('./assessments-subgraph.js')).assessmentsSubgraph,
  funds: async () => (await import('./funds-subgraph.js')).fundsSubgraph,
};

const POOL_SIZE = 10;
const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

const isKnown = rule()((_parent, _args, { caller }: NaiveContext) => caller !== null);

async function schemaOf({ resolvers, types, references }: NaiveSubgraph<never>): Promise<GraphQLSchema> {
  const plain = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
    orphanedTypes: types as (new () => object)[],
  });
  const map = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(references))
    map[type] = {
      ...map[type],
      __resolveReference: ({ id }: { id: string }, context: NaiveContext<never>) => resolve(id, context),
    };
  const sdl = FEDERATION + printSchemaWithDirectives(plain).replace(/^schema \{[^}]*\}\n*/m, '');
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: map as never });
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !/^_/.test(type.name));
  const rules = Object.fromEntries(objects.map(({ name }) => [name, { '*': isKnown }]));
  // The gateway asks for the schema before anybody has asked the gateway.
  rules.Query = { '*': isKnown, _service: allow } as never;
  return applyMiddleware(schema, shield(rules));
}

async function serveSubgraph(name: SubgraphName): Promise<string> {
  const subgraph = (await load[name]()) as NaiveSubgraph<never>;
  const dataSource = new DataSource({
    type: 'postgres',
    url: process.env.DATABASE_URL ?? '',
    entities: subgraph.entities,
    poolSize: POOL_SIZE,
  });
  await dataSource.initialize();
  const rows = new Rows(dataSource, process.env.ROLE_PREFIX ?? '', name);
  const server = new ApolloServer<NaiveContext<never>>({ schema: await schemaOf(subgraph) });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    async context({ req }) {
      const context = { caller: whoOf(req.headers[WHO_HEADER]), rows } as NaiveContext<never>;
      context.loaders = subgraph.loadersFor(context);
      return context;
    },
  });
  return url;
}

process.once('disconnect', () => process.exit(0));
serveSubgraph(process.argv[2] as SubgraphName).then(
  (url) => process.send?.({ url }),
  (error: Error) => {
    process.stderr.write(`NAIVE ${process.argv[2]}: ${error.stack}\n`);
    process.exit(1);
  },
);
