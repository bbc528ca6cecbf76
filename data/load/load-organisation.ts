// Loads organisation's part of the city: both trees, units, people with their appointments, demo accounts, and the dictionaries.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Client } from 'pg';
import { newId } from '#platform/database/new-id';
import { passwordHasher } from '../../services/organisation/password-hasher';
import type { City } from '../generate/city';
import { inputPath } from '../generate/read-input';
import { insertRows } from './insert-rows';
import { loadLeadership } from './load-leadership';
import { loadLetters } from './load-letters';
import { loadPacks } from './load-packs';
import { loadPlanned } from './load-planned';
import { loadPlans } from './load-plans';
import { FIRST_EPOCH, loadScope } from './load-scope';
import { loadStationings } from './load-stationings';

/** What organisation holds of a city. */
export type OrganisationRows = Pick<City, 'regions' | 'units' | 'persons' | 'appointments' | 'demoAccounts'> &
  Partial<Pick<City, 'leadership' | 'plans'>>;

export interface OrganisationLoad {
  /** the password of every demo account; without it none is made */
  demoPassword: string | null;
}

/** The day of the division codes that the input files hold. */
const CODES_OF = '2017-10-31';

interface Dictionary {
  name: string;
  version: string;
  source: string;
  entries: { code: string; zh: string; en: string }[];
}

export async function loadOrganisation(
  client: Client,
  city: OrganisationRows,
  { demoPassword }: OrganisationLoad,
  tick: (rows: number) => void = () => undefined,
): Promise<void> {
  await insertRows(
    client,
    'organisation.region',
    {
      id: 'uuid',
      code: 'text',
      name: 'text',
      kind: 'text',
      parent_id: 'uuid',
      statistical_parent_id: 'uuid',
      path: 'text',
      valid_from: 'date',
    },
    city.regions,
    (row) => [row.id, row.code, row.name, row.kind, row.parentId, row.statisticalParentId, row.path, CODES_OF],
    tick,
  );
  await client.query('update organisation.region_tree set epoch = $1', [FIRST_EPOCH]);
  await loadScope(client, 'organisation', city.regions, tick);
  await loadPacks(client, 'organisation', city.regions);
  await insertRows(
    client,
    'organisation.unit',
    {
      id: 'uuid',
      code: 'text',
      name: 'text',
      kind: 'text',
      line: 'text',
      grade: 'int',
      region_id: 'uuid',
      in_leading_group: 'boolean',
    },
    city.units,
    (row) => [row.id, row.code, row.name, row.kind, row.line, row.grade, row.regionId, row.inLeadingGroup],
    tick,
  );
  await loadPeople(client, city, tick);
  await loadDictionaries(client, tick);
  const { leadership, plans = [] } = city;
  if (leadership) await loadLeadership(client, { ...city, leadership }, tick);
  await loadPlans(client, plans, tick);
  await loadLetters(client, city, tick);
  await loadStationings(client, city, tick);
  await loadPlanned(client, city);
  if (demoPassword !== null) await loadDemoAccounts(client, city, demoPassword, tick);
}

async function loadPeople(client: Client, city: OrganisationRows, tick: (rows: number) => void): Promise<void> {
  await insertRows(
    client,
    'organisation.person',
    { id: 'uuid', name: 'text', unit_id: 'uuid' },
    city.persons,
    (row) => [row.id, row.name, row.unitId],
    tick,
  );
  const pathOf = new Map(city.regions.map(({ id, path }) => [id, path]));
  await insertRows(
    client,
    'organisation.appointment',
    {
      id: 'uuid',
      person_id: 'uuid',
      post: 'text',
      level: 'text',
      region_id: 'uuid',
      path: 'text',
      unit_id: 'uuid',
      document_number: 'text',
      valid_from: 'date',
      valid_to: 'date',
    },
    city.appointments,
    (row) => [
      row.id,
      row.personId,
      row.post,
      row.level,
      row.regionId,
      row.regionId === null ? null : pathOf.get(row.regionId),
      row.unitId,
      row.documentNumber,
      row.validFrom,
      row.validTo,
    ],
    tick,
  );
}

async function loadDemoAccounts(
  client: Client,
  city: OrganisationRows,
  password: string,
  tick: (rows: number) => void,
): Promise<void> {
  const accounts = await Promise.all(
    city.demoAccounts.map(async ({ account, personId }) => ({
      account,
      personId,
      hash: await passwordHasher.hash(password),
    })),
  );
  await insertRows(
    client,
    'organisation.account',
    { id: 'uuid', name: 'text', person_id: 'uuid', password_hash: 'text', must_change_password: 'boolean' },
    accounts,
    ({ account, personId, hash }) => [newId(), account, personId, hash, false],
    tick,
  );
}

async function loadDictionaries(client: Client, tick: (rows: number) => void): Promise<void> {
  const folder = join(dirname(inputPath('')), 'dictionaries');
  const dictionaries = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dictionary);
  await insertRows(
    client,
    'organisation.dictionary',
    { name: 'text', version: 'text', source: 'text' },
    dictionaries,
    ({ name, version, source }) => [name, version, source],
    tick,
  );
  await insertRows(
    client,
    'organisation.dictionary_entry',
    { dictionary: 'text', version: 'text', position: 'int', code: 'text', zh: 'text', en: 'text' },
    dictionaries.flatMap(({ name, version, entries }) =>
      entries.map((entry, position) => ({ name, version, position, ...entry })),
    ),
    ({ name, version, position, code, zh, en }) => [name, version, position, code, zh, en],
    tick,
  );
}
