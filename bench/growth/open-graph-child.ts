// A graph over one of the bench's databases, in a process of its own, with accounts that ask it.
import { tokenSigner } from '../../services/organisation/token-signer';
import { drawGround, drawUsers } from '../ground/draw-ground';
import { lightTowns } from '../ground/light-towns';
import type { BenchDatabase } from '../ground/prepare-database';
import { Child } from '../process/child';
import type { Ground, Level, User } from '../workload';
import { GraphConnection } from './ask-graph';

export interface OpenGraph {
  child: Child;
  origin: string;
  ground: Ground;
  connection: GraphConnection;
  /** a token made now, of the first user of that level */
  tokenOf(level: Level): Promise<string>;
  userOf(level: Level): User;
}

/** `users`: those alone, where the questions are drawn from another database that has the same rows. */
export async function openGraphChild(
  { sql, secrets, addresses }: BenchDatabase,
  name: string,
  knows: 'everything' | 'users' = 'everything',
): Promise<OpenGraph> {
  const child = new Child(name, 'bench/growth/serve-watched-graph.js');
  const url = await child.ask<string>('open', { secrets, addresses });
  const { origin } = new URL('/', url);
  await lightTowns(`${origin}/graphql`);
  const ground =
    knows === 'everything'
      ? await drawGround(sql, `${origin}/graphql`)
      : { users: await drawUsers(sql, `${origin}/graphql`), regions: [], households: [] };
  await sql.query('vacuum analyze');
  const signer = tokenSigner(secrets.token.privateKey, { issuer: 'organisation', audience: 'graph' });
  const userOf = (level: Level): User => {
    const found = ground.users.find((user) => user.level === level);
    if (!found) throw new Error(`nobody asks from a ${level}`);
    return found;
  };
  return {
    child,
    origin,
    ground,
    connection: new GraphConnection(origin),
    userOf,
    async tokenOf(level) {
      const { personId, sessionId } = userOf(level);
      return (await signer.sign(personId, sessionId, new Date())).token;
    },
  };
}
