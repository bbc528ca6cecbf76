// Whether a session (会话) still stands, asked of the database in each request: a sign-out or a changed appointment counts at once.
import { Pool } from 'pg';
import type { Caller } from '#platform/vocabulary/caller';
import { type Level, type Post, posts, scopeOfPost } from '#platform/vocabulary/caller';

interface StandingRow {
  person_id: string;
  appointment_id: string | null;
  post: string | null;
  level: string | null;
  line: string | null;
  region_id: string | null;
  unit_id: string | null;
  region_epoch: number | null;
  principal_id: string | null;
  stands_for: string[] | null;
}

export type Standing = Pick<
  Caller,
  | 'personId'
  | 'appointmentId'
  | 'principalId'
  | 'standsFor'
  | 'post'
  | 'level'
  | 'line'
  | 'scope'
  | 'regionId'
  | 'unitId'
  | 'regionEpoch'
>;

export interface GatewayDatabase {
  /** null when the session has ended, or never was */
  standing(sessionId: string): Promise<Standing | null>;
  /** the same by the same words, without the mark that somebody was there: what only looks on keeps no idle session alive */
  watch(sessionId: string): Promise<Standing | null>;
  countRefusal(code: string, address: string, operationName: string, personId: string | null): Promise<void>;
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface GatewayDatabaseSettings {
  url: string;
  poolSize: number;
  /** how long a request may wait for its session, like for a subgraph */
  timeoutMs: number;
  onLost(error: Error): void;
}

export function openGatewayDatabase({ url, poolSize, timeoutMs, onLost }: GatewayDatabaseSettings): GatewayDatabase {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    // As the subgraphs keep theirs: a new connection has every plan before it.
    idleTimeoutMillis: 60_000,
    application_name: 'gateway',
  });
  pool.on('error', onLost);
  return {
    async standing(sessionId) {
      const { rows } = await pool.query<StandingRow>(standingById(sessionId));
      return rows[0] ? standingOf(rows[0]) : null;
    },
    async watch(sessionId) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<StandingRow>(standingById(sessionId));
        // The mark that it makes goes with the transaction.
        await client.query('rollback');
        client.release();
        return rows[0] ? standingOf(rows[0]) : null;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    async countRefusal(code, address, operationName, personId) {
      await pool.query({
        name: 'count-refusal',
        text: 'select gateway.count_refusal($1, $2, $3, $4)',
        values: [code, address, operationName, personId],
      });
    },
    async ready() {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}

const standingById = (sessionId: string) => ({
  name: 'standing',
  text: 'select * from session.standing($1)',
  values: [sessionId],
});

/** Without an appointment somebody is signed in and no more: what is public, and what is his own. */
function standingOf(row: StandingRow): Standing {
  const post = posts.find((known): known is Post => known === row.post);
  const acting = row.appointment_id !== null && post !== undefined;
  const scope = !acting || post === 'public' ? 'own' : scopeOfPost[post];
  return {
    personId: row.person_id,
    appointmentId: row.appointment_id,
    principalId: acting ? row.principal_id : null,
    standsFor: row.stands_for ?? [],
    post: acting ? post : 'public',
    level: acting ? (row.level as Level | null) : null,
    line: acting ? row.line : null,
    scope,
    regionId: acting ? row.region_id : null,
    unitId: acting ? row.unit_id : null,
    regionEpoch: row.region_epoch ?? 0,
  };
}
