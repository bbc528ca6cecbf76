// Reads that ride together (同程读取): one transaction under one scope, each rider with its own rows or its own failure, and nothing left behind.
import { Pool } from 'pg';
import { columnTypes } from '#platform/database/data-source';
import { ReadTrips, type Scope } from '#platform/database/read-trips';
import { RoleNames } from '#platform/database/roles';
import { statementOf } from '#platform/database/statement';
import { subtreeOf } from '#platform/vocabulary/region';
import { openWorld, type World } from '../harness/world';

const SCOPE = `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true),
  set_config('transaction_read_only', 'on', true)`;

let world: World;
let pool: Pool;
let trips: ReadTrips;
let role: string;
let asked: number;
beforeAll(async () => {
  world = await openWorld({ mode: 'in-process' });
  const url = new URL(world.addresses.databaseUrl);
  url.username = 'small_city_households';
  url.password = world.cluster.secrets.databasePasswords.households;
  pool = new Pool({ connectionString: url.toString(), max: 1, pipeline: true, types: columnTypes });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      asked++;
      return query(...given);
    }) as typeof client.query;
  });
  trips = new ReadTrips(pool, columnTypes);
  role = new RoleNames('small_city', 'households').kind('region');
});
afterAll(async () => {
  await pool.end();
  await world.close();
});
beforeEach(() => {
  asked = 0;
});

function scopeOf(path: string): Scope {
  const { lo, hi } = subtreeOf(path);
  const scope = statementOf('', SCOPE, [role, lo, hi]);
  return { role, read: scope, write: scope, hold: null, epoch: null };
}

const towns = () => {
  const { regions, households } = world.city;
  return regions
    .filter(({ kind, path }) => kind === 'town' && households.some((household) => household.path.startsWith(path)))
    .slice(0, 2)
    .map(({ path }) => path) as [string, string];
};
const read = (scope: Scope, sql: string, parameters: unknown[] = []) =>
  trips.read(scope, statementOf(role, sql, parameters));
const PATHS = 'select distinct path from households.household';
const NUMBERS = 'select number, state_year as "stateYear" from households.household order by path, number limit $1';

async function warm(scope: Scope, ...statements: [string, unknown[]?][]) {
  for (const [sql, parameters] of statements) await read(scope, sql, parameters);
  asked = 0;
}

test('three reads of one turn are one question to the server, and each has its own rows', async () => {
  const scope = scopeOf(towns()[0]);
  await warm(scope, [PATHS], [NUMBERS, [3]], ['select 1::bigint as one, null as none']);
  const [paths, numbers, [odd]] = await Promise.all([
    read(scope, PATHS),
    read(scope, NUMBERS, [3]),
    read(scope, 'select 1::bigint as one, null as none'),
  ]);
  expect(asked).toBe(1);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.every((row) => (row as { path: string }).path.startsWith(towns()[0]))).toBe(true);
  expect(numbers).toHaveLength(3);
  expect(typeof (numbers[0] as { stateYear: unknown }).stateYear).toBe('number');
  expect(odd).toEqual({ one: 1n, none: null });
});

test('the first time and every later time give the same rows, as instances of the class that was asked for', async () => {
  class Row {
    number = '';
    stateYear = 0;
  }
  const scope = scopeOf(towns()[0]);
  const sql = `${NUMBERS} offset 0`;
  const first = await trips.read(scope, statementOf(role, sql, [5], Row));
  const later = await trips.read(scope, statementOf(role, sql, [5], Row));
  expect(first.length).toBeGreaterThan(2);
  expect(later).toEqual(first);
  for (const row of [...first, ...later]) expect(row).toBeInstanceOf(Row);
});

test('one rider that fails does not take the others with it, before or behind it', async () => {
  const scope = scopeOf(towns()[0]);
  const ill = 'select id from households.household where id = $1::uuid';
  await warm(scope, [PATHS], [NUMBERS, [2]], [ill, [world.city.households[0]?.id]]);
  const outcomes = await Promise.allSettled([
    read(scope, PATHS),
    read(scope, ill, ['no id']),
    read(scope, NUMBERS, [2]),
    read(scope, ill, ['none either']),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  expect((outcomes[1] as PromiseRejectedResult).reason).toMatchObject({ code: '22P02' });
  expect((outcomes[2] as PromiseFulfilledResult<object[]>).value).toHaveLength(2);
});

test('two callers of one turn and one connection see their own towns, over and over', async () => {
  const [one, other] = towns();
  const scopes = [scopeOf(one), scopeOf(other)] as const;
  await warm(scopes[0], [PATHS]);
  const turns = Array.from({ length: 40 }, (_, turn) => turn % 2);
  const seen = await Promise.all(turns.map((at) => read(scopes[at] as Scope, PATHS)));
  seen.forEach((paths, turn) => {
    const own = [one, other][turn % 2] as string;
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.every((row) => (row as { path: string }).path.startsWith(own))).toBe(true);
  });
});

test('after a trip, and after one that failed, the connection holds no role and no scope', async () => {
  const scope = scopeOf(towns()[0]);
  await warm(scope, [PATHS], ['select 1 / $1::int as one', [1]]);
  const left = () =>
    pool
      .query(`select current_setting('scope.lo', true) as lo, current_setting('role') as role`)
      .then(({ rows }) => rows[0] as { lo: string; role: string });
  await read(scope, PATHS);
  expect(await left()).toEqual({ lo: '', role: 'none' });
  await expect(read(scope, 'select 1 / $1::int as one', [0])).rejects.toMatchObject({ code: '22012' });
  expect(await left()).toEqual({ lo: '', role: 'none' });
});

test('a read writes nothing, also when it was prepared as a write', async () => {
  const scope = scopeOf(towns()[0]);
  const write = 'update households.household set state_year = state_year where number = $1';
  for (let time = 0; time < 3; time++)
    await expect(read(scope, write, ['none'])).rejects.toMatchObject({ code: '25006' });
});

test('a value that cannot be told fails its own trip, and the connection goes on', async () => {
  const scope = scopeOf(towns()[0]);
  await warm(scope, [NUMBERS, [1]]);
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  await expect(read(scope, NUMBERS, [circular])).rejects.toThrow(/circular/i);
  expect(await read(scope, NUMBERS, [1])).toHaveLength(1);
});

test('riders of a connection that is lost are told so, and the next trip takes another one', async () => {
  const scope = scopeOf(towns()[0]);
  await warm(scope, [PATHS]);
  const sleeping = read(scope, 'select pg_sleep(20)::text as slept');
  const told = expect(sleeping).rejects.toThrow();
  for (let tries = 0; tries < 100; tries++) {
    const { rowCount } = await world.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like 'select pg_sleep(20)%'`,
      [world.database],
    );
    if (rowCount) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await told;
  expect((await read(scope, PATHS)).length).toBeGreaterThan(0);
});
