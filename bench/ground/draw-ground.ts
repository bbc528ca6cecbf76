// The ground that questions are drawn from: who asks, and which regions and households there are, read outside row-level security.
import type { Client } from 'pg';
import { GraphClient } from '../../test/harness/client';
import type { Ground, Level, User } from '../workload';

/** Demo accounts that work under a region; several of a level where there are several. */
const accounts: Readonly<Record<string, Level>> = {
  'city-director': 'city',
  'city-officer': 'city',
  'city-finance': 'city',
  'district-laicheng': 'district',
  'district-gangcheng': 'district',
  'zone-xueye': 'district',
  'town-kouzhen': 'town',
  'village-kouzhen': 'village',
  'first-secretary': 'village',
};
/** Each account asks from this many sessions, so that there are many tokens. */
const SESSIONS = 4;

export async function drawGround(sql: Client, url: string): Promise<Ground> {
  const users = await drawUsers(sql, url);
  const regions = await sql.query<Ground['regions'][number]>(
    'select id, path, parent_id as "parentId" from organisation.region order by path',
  );
  const households = await sql.query<Ground['households'][number]>(
    'select id, path, number from households.household order by path, number',
  );
  return { users, regions: regions.rows, households: households.rows };
}

export async function drawUsers(sql: Client, url: string): Promise<User[]> {
  const users: User[] = [];
  for (const [account, level] of Object.entries(accounts)) {
    for (let session = 0; session < SESSIONS; session++) users.push(await signInUser(sql, url, account, level));
  }
  return users;
}

async function signInUser(sql: Client, url: string, account: string, level: Level): Promise<User> {
  const { token } = await GraphClient.signIn(url, account);
  const claims = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<
    'sub' | 'sid',
    string
  >;
  const { rows } = await sql.query<{ regionId: string; path: string }>(
    `select a.region_id as "regionId", a.path from session.session s
     join organisation.appointment a on a.id = s.appointment_id where s.id = $1`,
    [claims.sid],
  );
  const place = rows[0];
  if (!place) throw new Error(`${account} acts under no appointment with a region`);
  return { account, level, ...place, personId: claims.sub, sessionId: claims.sid };
}
