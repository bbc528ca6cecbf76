// Rehearses a supergraph (预演) before it is taken: Apollo's own update may fail half-way, with the old schema and the new planner.
import { ApolloGateway } from '@apollo/gateway';
import { validateSchema } from 'graphql';
import { subgraphNames } from '#platform/database/roles';

const known: ReadonlySet<string> = new Set(subgraphNames);
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens it as a gateway of its own would, asks nothing, and throws what is wrong with it. */
export async function rehearseSupergraph(supergraphSdl: string): Promise<void> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    // In production Apollo skips this; a file that somebody saved by hand has been composed by nobody.
    validateSupergraph: true,
    buildService({ name }) {
      if (!known.has(name)) throw new Error(`unknown subgraph ${name}`);
      return { process: () => Promise.reject(new Error('nothing is asked in a rehearsal')) };
    },
    logger: quiet,
  });
  const { schema } = await gateway.load();
  try {
    const [wrong] = validateSchema(schema);
    if (wrong) throw wrong;
    if (!schema.getQueryType()) throw new Error('there is no query type');
  } finally {
    await gateway.stop();
  }
}
