// Migrations and entities say the same: each column of each entity stands in the database, with its type and its nullability.

import { makeDataSource } from '#platform/database/data-source';
import { RoleNames, subgraphNames } from '#platform/database/roles';
import { subgraphs } from '../../start/subgraphs';
import { migratorUrl, TEMPLATE, theCluster } from '../harness/cluster';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld({ mode: 'in-process' });
});
afterAll(() => world.close());

const typeNames: Record<string, string> = {
  text: 'text',
  uuid: 'uuid',
  int: 'integer',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  date: 'date',
  jsonb: 'jsonb',
  bytea: 'bytea',
  timestamptz: 'timestamp with time zone',
  'timestamp with time zone': 'timestamp with time zone',
  numeric: 'numeric',
};

interface Column {
  type: string;
  nullable: boolean;
}

async function columnsOf(schema: string, table: string): Promise<Map<string, Column>> {
  const { rows } = await world.sql.query<{ name: string; type: string; nullable: string }>(
    // A view does not say whether its columns may be null: the table under it does.
    `select c.column_name as name, c.data_type as type, case t.table_type when 'VIEW' then 'NO' else c.is_nullable end as nullable
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = $1 and table_name = $2`,
    [schema, table],
  );
  return new Map(rows.map(({ name, type, nullable }) => [name, { type, nullable: nullable === 'YES' }]));
}

test.each(subgraphNames)('%s', async (name) => {
  const source = makeDataSource({
    url: migratorUrl(theCluster(), world.database),
    roles: new RoleNames(TEMPLATE, name),
    poolSize: 1,
    entities: subgraphs[name].parts.entities,
  });
  await source.initialize();
  const drifted: string[] = [];
  for (const entity of source.entityMetadatas) {
    const found = await columnsOf(entity.schema ?? name, entity.tableName);
    for (const column of entity.columns) {
      const stands = found.get(column.databaseName);
      const wanted = column.isArray ? 'ARRAY' : (typeNames[String(column.type)] ?? String(column.type));
      if (!stands) drifted.push(`${entity.tableName}.${column.databaseName} is missing`);
      else if (stands.type !== wanted)
        drifted.push(`${entity.tableName}.${column.databaseName} is ${stands.type}, not ${wanted}`);
      else if (stands.nullable && !column.isNullable)
        drifted.push(`${entity.tableName}.${column.databaseName} may be null`);
    }
  }
  await source.destroy();
  expect(drifted).toEqual([]);
  expect(source.entityMetadatas.length).toBeGreaterThan(0);
});

test('the control: a column that an entity has and the database has not is found', async () => {
  expect((await columnsOf('organisation', 'region')).has('colour')).toBe(false);
  expect((await columnsOf('organisation', 'region')).get('name')).toEqual({ type: 'text', nullable: false });
});
