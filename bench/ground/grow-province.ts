// Grows the loaded city into a province (S71) inside PostgreSQL: the same schema, rows made by set from Laiwu's own, the same every time.
import { Client } from 'pg';
import { appointPeople } from './province/appoint-people';
import { drawHouseholds, fillRegister } from './province/fill-register';
import { layRegions } from './province/lay-regions';
import { payLines } from './province/pay-lines';
import { setKeysAside } from './province/set-keys-aside';

/** Runs one statement of the growing and answers how many rows it made. */
export type Run = (sql: string, parameters?: unknown[]) => Promise<number>;
export type Step = (run: Run) => Promise<void>;

/** Shandong's poor register: all of it, with Laiwu; visits are those of one quarter and Laiwu's of a whole year. */
export const SHANDONG = {
  households: 1_211_065,
  people: 2_423_821,
  towns: 1_853,
  villages: 62_074,
  visitsOfQuarter: 3_600_000,
  lines: 4_800_000,
};

/** Their indexes are built at the end: growing them row by row takes several times as long. */
const LARGE = ['household', 'member', 'household_state', 'pairing', 'visit']
  .map((name) => `households.${name}`)
  .concat('funds.disbursement_line');

/** Ids as the application makes them: in the order of time, or, for things that have a key, in no order at all. */
const IDS = `
create function pg_temp.time_id(place bigint, key text) returns uuid language sql immutable as $$
  select (lpad(to_hex(1514774800000 + place), 12, '0') || overlay(overlay(substr(md5(key), 1, 20) placing '7' from 1 for 1) placing '9' from 5 for 1))::uuid $$;
create function pg_temp.key_id(key text) returns uuid language sql immutable as $$
  select ('0160af049000' || overlay(overlay(substr(md5(key), 1, 20) placing '7' from 1 for 1) placing '9' from 5 for 1))::uuid $$;`;

const HAVE = `select (select count(*) from households.household)::int as households, (select count(*) from households.member)::int as people,
  (select count(*) from organisation.region where kind = 'town')::int as towns, (select count(*) from organisation.region where kind = 'village')::int as villages,
  (select count(*) from households.visit where visited_on < date '2018-04-01')::int as "visitsOfQuarter", (select count(*) from funds.disbursement_line)::int as lines`;

export async function isGrown(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ cities: number }>(
    `select count(*)::int as cities from organisation.region where kind = 'city'`,
  );
  return (rows[0]?.cities ?? 0) > 1;
}

/** `url` is a superuser's: triggers rest while the register is filled, and foreign keys are checked as a whole at the end. */
export async function growProvince(url: string, tick: (rows: number) => void, size = SHANDONG): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (await isGrown(client)) return;
    const run: Run = async (sql, parameters) => {
      const { rowCount } = await client.query(sql, parameters);
      tick(rowCount ?? 0);
      return rowCount ?? 0;
    };
    await client.query('begin');
    await client.query(
      `set local work_mem = '256MB'; set local maintenance_work_mem = '1GB'; set local max_parallel_maintenance_workers = 2`,
    );
    await client.query(IDS);
    const { rows } = await client.query<typeof SHANDONG>(HAVE);
    const have = rows[0] as typeof SHANDONG;
    const left = (name: keyof typeof SHANDONG) => size[name] - have[name];
    const register = { households: left('households'), people: left('people'), visits: left('visitsOfQuarter') };
    await layRegions({ towns: left('towns'), villages: left('villages') })(run);
    await drawHouseholds(register)(run);
    await appointPeople(run);
    const putBack = await setKeysAside(client, LARGE);
    await client.query(`set local session_replication_role = replica`);
    await fillRegister(register)(run);
    await client.query(`set local session_replication_role = origin`);
    await payLines({ lines: left('lines') })(run);
    // The journals are checked now: a table with checks that wait cannot be altered.
    await client.query('set constraints all immediate');
    await putBack(() => tick(ROWS_A_KEY));
    await checkSize(client, size);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** What one key counts for on the progress bar. */
const ROWS_A_KEY = 700_000;

/** About how many rows the growing makes, temporary ones and keys included. */
export const ROWS_OF_GROWTH = 42_000_000;

async function checkSize(client: Client, size: typeof SHANDONG): Promise<void> {
  const { rows } = await client.query<typeof SHANDONG>(HAVE);
  for (const [name, wanted] of Object.entries(size)) {
    const made = rows[0]?.[name as keyof typeof SHANDONG];
    if (made !== wanted) throw new Error(`the province has ${made} ${name} instead of ${wanted}`);
  }
}
