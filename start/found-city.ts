// `npm start -- --found`: what a production city needs before anybody can sign in: its regions, its dictionaries, and the three officers (三员).
import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newId } from '#platform/database/new-id';
import { subgraphNames } from '#platform/database/roles';
import { generateCity } from '../data/generate/city';
import { loadOrganisation } from '../data/load/load-organisation';
import { loadPacks } from '../data/load/load-packs';
import { loadPolicies } from '../data/load/load-policies';
import { loadScope } from '../data/load/load-scope';
import { passwordHasher } from '../services/organisation/password-hasher';

const officers = ['system-administrator', 'security-administrator', 'log-auditor'] as const;

export interface FirstAccount {
  account: string;
  post: string;
  /** shown once; it must be changed at the first sign-in */
  password: string;
}

/** All or nothing; refused where a city has been founded already. */
export async function foundCity(client: Client): Promise<FirstAccount[]> {
  const { rowCount } = await client.query('select 1 from organisation.region limit 1');
  if (rowCount) throw new Error('本库已建城，不可重复 · this database has its city already, it is founded once');
  const { regions } = generateCity({ households: 60, people: 80 });
  const today = new Date().toISOString().slice(0, 10);
  const people = officers.map((post) => ({
    post,
    id: newId(),
    account: post,
    password: randomBytes(12).toString('base64url'),
  }));
  await client.query('begin');
  const founded = {
    regions,
    units: [],
    persons: people.map(({ id, post }) => ({ id, name: post, unitId: null })),
    appointments: people.map(({ id, post }) => ({
      id: newId(),
      personId: id,
      post,
      level: null,
      regionId: null,
      unitId: null,
      documentNumber: `建城 ${today}`,
      validFrom: today,
      validTo: null,
    })),
  };
  await loadOrganisation(client, { ...founded, demoAccounts: [] }, { demoPassword: null });
  for (const subgraph of subgraphNames) if (subgraph !== 'organisation') await loadScope(client, subgraph, regions);
  await loadPolicies(client, regions);
  for (const subgraph of subgraphNames) await loadPacks(client, subgraph, regions);
  for (const { id, account, password } of people)
    await client.query(
      'insert into organisation.account (id, name, person_id, password_hash, must_change_password) values ($1, $2, $3, $4, true)',
      [newId(), account, id, await passwordHasher.hash(password)],
    );
  await client.query('commit');
  return people.map(({ account, post, password }) => ({ account, post, password }));
}
