// One TypeORM data source a subgraph: entities, the pool, and pipelined connections that speak bigint and plain days.
import 'reflect-metadata';
import pg, { type Pool } from 'pg';
import { DataSource, DefaultNamingStrategy, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { MigrationClass } from './migration';
import type { RoleNames } from './roles';

export interface DataSourceParts {
  url: string;
  roles: RoleNames;
  poolSize: number;
  entities: EntityTarget<ObjectLiteral>[];
  migrations?: MigrationClass[];
}

const INT8 = 20;
const DATE = 1082;

/** int8 is a bigint (fen, counts), a date stays a text: no float and no time zone ever touches them. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return (value: string) => BigInt(value);
    if (oid === DATE) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** Columns are snake_case in SQL, whatever their property is called. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** One plan a statement and role: every range is read by an index, whose bounds change no plan, and planning costs more than a page. */
export const ONE_PLAN = '-c plan_cache_mode=force_generic_plan';

export function makeDataSource(parts: DataSourceParts): DataSource {
  return new DataSource({
    type: 'postgres',
    url: parts.url,
    schema: parts.roles.subgraph,
    entities: parts.entities as never[],
    migrations: parts.migrations ?? [],
    namingStrategy: new SnakeCase(),
    migrationsTableName: 'migration',
    installExtensions: false,
    poolSize: parts.poolSize,
    extra: {
      roles: parts.roles,
      types: columnTypes,
      pipeline: true,
      options: ONE_PLAN,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
    },
  });
}

/** The pool under a data source: scoped trips take their connections from it. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
