// Prepares the database: migrated, and in the demo profile loaded with the city once, all of it or nothing.
import { migrate } from '#platform/database/migrate';
import { PersonalData } from '#platform/database/personal-data';
import { subgraphNames } from '#platform/database/roles';
import { withClient } from '#platform/database/with-client';
import type { City } from '../data/generate/city';
import { loadAirings } from '../data/load/load-airings';
import { loadAssessments } from '../data/load/load-assessments';
import { loadFunds } from '../data/load/load-funds';
import { loadGiftGoods } from '../data/load/load-gift-goods';
import { loadHelp } from '../data/load/load-help';
import { loadHouseholds } from '../data/load/load-households';
import { loadInspections } from '../data/load/load-inspections';
import { loadOrganisation } from '../data/load/load-organisation';
import { loadPolicies } from '../data/load/load-policies';
import { loadLovePackages, loadProgrammes } from '../data/load/load-programmes';
import type { Secrets } from './secrets';
import { subgraphs } from './subgraphs';

export const DEMO_PASSWORD = 'Laiwu-demo-2018';

export async function migrateDatabase(
  url: string,
  prefix: string,
  secrets: Pick<Secrets, 'databasePasswords'>,
): Promise<string[]> {
  return migrate({
    url,
    prefix,
    passwords: secrets.databasePasswords,
    subgraphs: subgraphNames.map((name) => ({ name, migrations: subgraphs[name].parts.migrations })),
  });
}

export async function isLoaded(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ loaded: boolean }>(
      'select exists (select 1 from organisation.region) as loaded',
    );
    return rows[0]?.loaded ?? false;
  });
}

/** Secrets that were lost cannot be made anew: what is sealed in the database could never be read again. */
export async function holdsSealedData(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('households.household') is not null as there`,
    );
    if (!rows[0]?.there) return false;
    return (await client.query('select 1 from households.household limit 1')).rowCount === 1;
  });
}

/** Loads the whole city in one transaction; `tick` is told the number of rows after each chunk. */
export async function loadCity(url: string, city: City, secrets: Secrets, tick: (rows: number) => void): Promise<void> {
  const personalData = new PersonalData({ keys: secrets.personalDataKeys, blindIndexKey: secrets.blindIndexKey });
  await withClient(url, async (client) => {
    await client.query('begin');
    await loadOrganisation(client, city, { demoPassword: DEMO_PASSWORD }, tick);
    await loadHouseholds(client, city, { personalData }, tick);
    await loadPolicies(client, city.regions);
    await loadProgrammes(client, city);
    await loadLovePackages(client, city);
    await loadHelp(client, city);
    await loadAssessments(client, city, {}, tick);
    await loadInspections(client, city);
    await loadAirings(client, city);
    await loadFunds(client, city, { personalData }, tick);
    await loadGiftGoods(client, city);
    await client.query('commit');
    // With its visibility map a sum of visits is read from the index alone.
    await client.query('vacuum analyze');
  });
}

/** About how many rows a load inserts: what the progress bar counts to. */
export function rowsOf(city: City): number {
  return city.households.length * 17 + city.members.length + city.persons.length * 2 + city.regions.length * 5;
}
