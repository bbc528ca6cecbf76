// Rows on a scoped connection (限定范围的连接): statements by hand, and TypeORM's manager that rides on it.
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { selectFrom } from './columns-of';
import type { Connection, Rows } from './in-scope';

export function rowsOn(dataSource: DataSource, connection: Connection): Rows {
  let manager: EntityManager | undefined;
  const query = async <T>(sql: string, parameters?: readonly unknown[], shape?: new () => T) => {
    const asked = shape as (new () => object) | undefined;
    return (await connection.query(sql, parameters, asked)).rows as T[];
  };
  return {
    query,
    select: (entity, tail, parameters, only) =>
      query(`${selectFrom(dataSource, entity, only)} ${tail}`, parameters, entity),
    get manager() {
      manager ??= dataSource.createEntityManager(runnerOn(dataSource, connection));
      return manager;
    },
  };
}

/** A TypeORM query runner that rides on a scoped connection; it can neither open nor end a transaction. */
function runnerOn(dataSource: DataSource, connection: Connection): QueryRunner {
  const runner = dataSource.createQueryRunner();
  const refuse = async () => {
    throw new Error('a scoped query runner has its transaction already: use insert, update and delete');
  };
  return Object.assign(runner, {
    connect: async () => connection,
    release: async () => undefined,
    startTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
  });
}
