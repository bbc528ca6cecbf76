// The fifth process of NAIVE: @apollo/gateway behind Apollo Server with every default, after the same session check as everybody pays.
import { ApolloGateway, IntrospectAndCompose, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { GraphQLError } from 'graphql';
import type { Standing } from '../../../gateway/who/session-standing';
import type { Environment } from '../../../start/environment';
import { SessionCheck } from '../session-check';
import { WHO_HEADER, whoHeader } from './who-header';

const POOL_SIZE = 10;

interface Context {
  standing: Standing;
}

class WhoDataSource extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>['willSendRequest']>>[0]) {
    // The gateway asks for schemas on its own behalf, with an empty context.
    if (context.standing) request.http?.headers.set(WHO_HEADER, whoHeader((context as Context).standing));
  }
}

async function serveGateway(subgraphs: { name: string; url: string }[]): Promise<string> {
  const sessions = new SessionCheck(process.env as Environment, POOL_SIZE);
  const gateway = new ApolloGateway({
    supergraphSdl: new IntrospectAndCompose({ subgraphs }),
    buildService: ({ url }) => new WhoDataSource({ url }),
  });
  const server = new ApolloServer<Context>({ gateway });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    async context({ req }) {
      const standing = await sessions.check(req.headers.authorization);
      if (standing) return { standing };
      throw new GraphQLError('not signed in', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
    },
  });
  return url;
}

process.once('disconnect', () => process.exit(0));
serveGateway(JSON.parse(process.env.SUBGRAPHS ?? '[]')).then(
  (url) => process.send?.({ url }),
  (error: Error) => {
    process.stderr.write(`NAIVE gateway: ${error.stack}\n`);
    process.exit(1);
  },
);
