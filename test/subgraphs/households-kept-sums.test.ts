// Kept sums of villages (村级汇总): whatever happens to households, they are at every moment what a count of the facts gives.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { liveStates, liveVisits } from '../../bench/dashboard/live-sums';
import { prng } from '../../data/generate/prng';
import { monthlyVisitsOfRegions, statesOfRegions } from '../../services/households/region-summary/region-summary.query';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
beforeAll(async () => {
  world = await openHouseholds({ households: 240, people: 400 });
}, 60_000);
afterAll(() => world?.close());

const quarters = [
  [
    ['2018-01-01', '2018-02-01', '2018-03-01'],
    ['2018-02-01', '2018-03-01', '2018-04-01'],
  ],
  [
    ['2018-04-01', '2018-05-01', '2018-06-01'],
    ['2018-05-01', '2018-06-01', '2018-07-01'],
  ],
];

async function compare(): Promise<void> {
  const { rows: regions } = await world.sql.query<{ id: string; path: string }>(
    `select region_id as id, path from households.scope where kind <> 'province' order by path`,
  );
  const bounds = [
    regions.map(({ id }) => id),
    regions.map(({ path }) => path),
    regions.map(({ path }) => `${path.slice(0, -1)}0`),
  ];
  const both = async (kept: string, live: string, more: unknown[]) => {
    const [one, other] = [
      await world.sql.query(kept, [...bounds, ...more]),
      await world.sql.query(live, [...bounds, ...more]),
    ];
    const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(one.rows)).toEqual(sorted(other.rows));
    return one.rows.length;
  };
  for (const year of [2014, 2016, 2017, 2018, 2019]) await both(statesOfRegions, liveStates, [year]);
  for (const [firsts, untils] of quarters)
    expect(await both(monthlyVisitsOfRegions, liveVisits, [firsts, untils, 'household-visit-monthly'])).toBeGreaterThan(
      1000,
    );
}

const STATES = [
  'not-lifted',
  'planned-exit',
  'lifted-with-policies',
  'returned',
  'newly-identified',
  'removed',
] as const;

test('as loaded, and after each of many things that happen to households, in any order', async () => {
  await compare();
  const random = prng(7, 'kept sums', 'deeds');
  const { rows: all } = await world.sql.query<{ id: string }>('select id from households.household order by number');
  const { rows: villages } = await world.sql.query<{ region_id: string; path: string }>(
    `select region_id, path from households.scope where kind = 'village' order by path`,
  );
  const place = 'select h.id, h.region_id, h.path from households.household h where h.id = $1';
  const deeds: (() => Promise<unknown>)[] = [
    // A decision for any year, also a past one, with other decisions before and after it.
    () =>
      world.sql.query(
        `insert into households.household_state (household_id, region_id, path, year, ordinal, state)
         select p.*, $2::int, 1 + coalesce((select max(s.ordinal) from households.household_state s where s.household_id = $1 and s.year = $2::int), 0), $3 from (${place}) p`,
        [random.pick(all).id, random.between(2013, 2019), random.pick(STATES)],
      ),
    () =>
      world.sql.query(
        `insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, met, content, measure, recorded_by)
         select gen_random_uuid(), p.*, gen_random_uuid(), make_date(2018, $2, $3), '户主', '走访', 'x', gen_random_uuid()
         from (${place}) p cross join generate_series(1, 2)`,
        [random.pick(all).id, random.between(1, 6), random.between(1, 28)],
      ),
    () =>
      world.sql.query(
        `insert into households.member (id, household_id, region_id, path, name, sex, id_number_sealed, id_number_tail, id_number_index, birthday,
           relation, ethnicity, education, health, labour, insured)
         select gen_random_uuid(), p.*, '某', 'male', '\\x00', '0000', gen_random_uuid()::text, '2018-01-01', 'child', 'x', 'x', 'x', 'x', 'x' from (${place}) p`,
        [random.pick(all).id],
      ),
    // Somebody leaves, comes back, or moves to another household for good, in any of these years.
    () =>
      world.sql.query(
        `update households.member m set joined_on = make_date($2, 3, 1), left_on = case when $3 > 0 then make_date($2 + $3, 5, 1) end
         where m.id = (select id from households.member where household_id = $1 order by id desc limit 1)`,
        [random.pick(all).id, random.between(2014, 2018), random.between(0, 2)],
      ),
    () =>
      world.sql.query(
        `with moved as (
           insert into households.former_membership (id, member_id, household_id, region_id, path, joined_on, left_on)
           select gen_random_uuid(), m.id, m.household_id, m.region_id, m.path, null, make_date($3, 4, 1) from households.member m
           where m.household_id = $1 and m.relation <> 'head' and m.joined_on is null returning member_id)
         update households.member m set household_id = h.id, region_id = h.region_id, path = h.path, joined_on = make_date($3, 4, 1), left_on = null
         from households.household h, moved where h.id = $2 and m.id = moved.member_id`,
        [random.pick(all).id, random.pick(all).id, random.between(2014, 2018)],
      ),
    () =>
      world.sql.query(
        `update households.former_membership set undone_at = now() where id = (select id from households.former_membership where undone_at is null limit 1)`,
      ),
    () => {
      const { region_id, path } = random.pick(villages);
      return world.sql.query('update households.household set region_id = $2, path = $3 where id = $1', [
        random.pick(all).id,
        region_id,
        path,
      ]);
    },
    () =>
      world.sql.query('update households.household set registered_on = make_date($2, $3, 5) where id = $1', [
        random.pick(all).id,
        random.between(2014, 2018),
        random.between(1, 12),
      ]),
  ];
  for (let at = 0; at < 150; at += 1) {
    await random.pick(deeds)();
    if (at % 30 === 29) await compare();
  }
});

test('two first visits of a month at once count once, and what is rolled back leaves nothing', async () => {
  const { rows } = await world.sql.query<{ id: string }>(
    `select h.id from households.household h where h.state <> 'removed' and not exists (select 1 from households.visit v where v.household_id = h.id and v.visited_on >= '2018-06-01') limit 2`,
  );
  const visit = `insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, met, content, measure, recorded_by)
    select $2, h.id, h.region_id, h.path, $2, '2018-06-15', '户主', '走访', 'x', $2 from households.household h where h.id = $1`;
  const settings = {
    host: world.sql.host,
    port: world.sql.port,
    user: world.sql.user,
    database: world.sql.database,
    password: world.sql.password,
  };
  const [one, other] = [new Client(settings), new Client(settings)];
  await Promise.all([one.connect(), other.connect()]);
  try {
    await one.query('begin');
    await one.query(visit, [rows[0]?.id, randomUUID()]);
    const second = other.query(visit, [rows[0]?.id, randomUUID()]);
    await one.query('commit');
    await second;
    await one.query('begin');
    await one.query(visit, [rows[1]?.id, randomUUID()]);
    await one.query('rollback');
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
  await compare();
});

test('sums are read in scope, and nobody writes them but the triggers', async () => {
  for (const table of ['village_states', 'village_owed', 'village_visits']) {
    const { rows } = await world.sql.query(
      `select grantee, privilege_type as may from information_schema.role_table_grants where table_schema = 'households' and table_name = $1
         and grantee like 'register_households%' and grantee not like '%keeper' order by 1, 2`,
      [table],
    );
    expect(rows.map(({ may }) => may)).toEqual(['SELECT', 'SELECT']);
  }
});
