// The database's own catalogue, audited (S5): every table is behind forced row-level security, and no login owns or may do more than it must.
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const schemas = `('organisation', 'households', 'assessments', 'funds', 'session', 'gateway')`;
/** Tables without rows about anybody: the region paths that policies stand on, the tables of rules, TypeORM's own list. */
const withoutRows = [
  'scope',
  'scope_past',
  'scope_ended',
  'scope_epoch',
  'policy_table',
  'policy_effect',
  'migration',
  'region_tree',
];

async function tables(where: string): Promise<string[]> {
  const { rows } = await world.sql.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${schemas} and c.relkind in ('r', 'p') and ${where} order by 1`,
  );
  return rows.map((row) => row.name);
}

test('every business table has row-level security enabled and forced', async () => {
  const open = await tables('not (c.relrowsecurity and c.relforcerowsecurity)');
  expect(open.filter((name) => !withoutRows.includes(name.split('.')[1] ?? ''))).toEqual([]);
  expect((await tables('c.relrowsecurity')).length).toBeGreaterThan(20);
});

test('the control: a table without forced security is found', async () => {
  await world.sql.query('create table households.forgotten (id int)');
  expect(await tables('not (c.relrowsecurity and c.relforcerowsecurity)')).toContain('households.forgotten');
  await world.sql.query('drop table households.forgotten');
});

test('a table has at most one policy for a role: an OR of two kinds would scan the province', async () => {
  const { rows } = await world.sql.query(
    `select schemaname, tablename, role, count(*) from pg_policies, unnest(roles) role where schemaname in ${schemas} group by 1, 2, 3 having count(*) > 1`,
  );
  expect(rows).toEqual([]);
});

test('logins own nothing, inherit nothing, and are neither superuser nor free of row-level security', async () => {
  const { rows: logins } = await world.sql.query(
    `select rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb from pg_roles where rolname like 'small_city%' and rolcanlogin`,
  );
  expect(logins.length).toBe(5);
  for (const login of logins)
    expect(login).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolinherit: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
  const { rows: owned } = await world.sql.query(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'small_city%' union all
     select p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname like 'small_city%' and r.rolcanlogin`,
  );
  expect(owned).toEqual([]);
});

test('a login holds no right on a table by itself, apart from the lists without rows', async () => {
  const { rows } = await world.sql.query<{ name: string; grantee: string }>(
    `select table_schema || '.' || table_name as name, grantee from information_schema.role_table_grants
     where table_schema in ${schemas} and grantee in (select rolname from pg_roles where rolcanlogin and rolname like 'small_city%')`,
  );
  expect(rows.filter((row) => !withoutRows.includes(row.name.split('.')[1] ?? ''))).toEqual([]);
});

test('definer functions are the keeper’s, have a fixed search path, and are closed to the public', async () => {
  const { rows } = await world.sql.query<{ name: string; owner: string; config: string[] | null; open: boolean }>(
    `select n.nspname || '.' || p.proname as name, r.rolname as owner, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') as open
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner where p.prosecdef and n.nspname in ${schemas}`,
  );
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    expect(row).toMatchObject({ open: false, owner: expect.stringMatching(/_keeper$/) });
    expect(row.config?.join()).toMatch(/search_path=.*pg_temp/);
  }
});

test('no view runs with its owner’s rights', async () => {
  const { rows } = await world.sql.query(
    `select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${schemas} and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false)))`,
  );
  expect(rows).toEqual([]);
});
