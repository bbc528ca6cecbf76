// A migration is one text of SQL with a stamp and a name; it is never edited once merged, and there is no way down but a backup.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { RoleNames } from './roles';

export type MigrationClass = new () => MigrationInterface;

/** `stamp`: 13 digits, because TypeORM orders migrations by the end of their name. */
export function migration(stamp: number, title: string, sql: (names: RoleNames) => string): MigrationClass {
  return class implements MigrationInterface {
    name = `${title}${stamp}`;
    async up(runner: QueryRunner): Promise<void> {
      const { roles } = runner.dataSource.options.extra as { roles: RoleNames };
      await runner.query(sql(roles));
    }
    async down(): Promise<void> {
      throw new Error('migrations go forward only; restore the backup instead');
    }
  };
}
