// Two constraints of four eyes on one table: a hand that one of them knows is not lost to the other.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { widenFourEyes } from '#platform/database/hands';
import { RoleNames } from '#platform/database/roles';
import { dropDatabase, theCluster } from '../harness/cluster';

const cluster = theCluster();
const database = `hands_${randomUUID().slice(0, 8)}`;
const [director, deputy, clerk, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
let sql: Client;

beforeAll(async () => {
  const root = new Client({ connectionString: cluster.superuserUrl });
  await root.connect();
  await root.query(`create database ${database}`);
  await root.end();
  sql = new Client({ connectionString: cluster.superuserUrl.replace(/\/postgres$/, `/${database}`) });
  await sql.connect();
  await sql.query(`create schema funds;
    create table funds.sheet (id int primary key, drafted_by uuid, checked_by uuid, approved_by uuid, paid_by uuid,
      constraint sheet_checked_four_eyes check (checked_by <> drafted_by),
      constraint sheet_paid_four_eyes check (paid_by <> approved_by))`);
  // Twice, as two starts would.
  for (let start = 0; start < 2; start++) await sql.query(widenFourEyes(new RoleNames('toy', 'funds')));
});
afterAll(async () => {
  await sql.end();
  await dropDatabase(cluster, database);
});

/** `standsFor`: for whom the person stands now; the first of them is whose post he acts under. */
async function as(person: string, standsFor: string[], statement: string): Promise<string> {
  await sql.query('begin');
  await sql.query(
    `select set_config('scope.person', $1, true), set_config('scope.principal', $2, true), set_config('scope.stands', $3, true)`,
    [person, standsFor[0] ?? '', standsFor.length > 0 ? `{${standsFor.join(',')}}` : ''],
  );
  try {
    await sql.query(statement);
    await sql.query('commit');
    return 'done';
  } catch (error) {
    await sql.query('rollback');
    return (error as { constraint?: string }).constraint ?? String(error);
  }
}

test('what a delegate drafted for the director, the director does not check, though another wall stands on the row', async () => {
  expect(await as(deputy, [director], `insert into funds.sheet (id, drafted_by) values (1, '${deputy}')`)).toBe('done');
  expect((await sql.query('select hands from funds.sheet')).rows).toEqual([{ hands: { drafted_by: director } }]);
  expect(await as(director, [], `update funds.sheet set checked_by = '${director}' where id = 1`)).toBe(
    'sheet_checked_four_eyes',
  );
  expect(await as(clerk, [], `update funds.sheet set checked_by = '${clerk}' where id = 1`)).toBe('done');
});

test('hands of both walls stand beside each other, each refused under its own name', async () => {
  expect(await as(deputy, [director], `update funds.sheet set approved_by = '${deputy}' where id = 1`)).toBe('done');
  expect((await sql.query('select hands from funds.sheet')).rows).toEqual([
    { hands: { drafted_by: director, approved_by: director } },
  ]);
  expect(await as(director, [], `update funds.sheet set paid_by = '${director}' where id = 1`)).toBe(
    'sheet_paid_four_eyes',
  );
  // Whoever stands for the deputy now, under whatever post, is no second person either.
  expect(await as(other, [deputy], `update funds.sheet set paid_by = '${other}' where id = 1`)).toBe(
    'sheet_paid_four_eyes',
  );
  expect(await as(other, [], `update funds.sheet set paid_by = '${other}' where id = 1`)).toBe('done');
});

test('one trigger a table, however many walls and starts', async () => {
  const { rows } = await sql.query(`select tgname as name from pg_trigger where not tgisinternal`);
  expect(rows).toEqual([{ name: 'zz_four_eyes' }]);
});
