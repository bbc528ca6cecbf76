// Which versions a run compares, as its first line says.
import { spawnSync } from 'node:child_process';
import { versionOf } from '../peers/peer-package';
import type { SideName } from '../workload';

const packages: Partial<Record<SideName, readonly [string, string]>> = {
  PGR: ['PostGraphile', 'postgraphile'],
  HIVE: ['Hive Gateway', '@graphql-hive/gateway'],
  HIVE_RUST: ['Hive Router Runtime', '@graphql-hive/router-runtime'],
};

export function versionsOf(names: readonly SideName[], pgbench: string | null): string[] {
  const versions = [...new Set(names)].flatMap((name) => {
    const known = packages[name];
    return known ? [`${known[0]} ${versionOf(known[1])}`] : [];
  });
  const said = pgbench ? spawnSync(pgbench, ['--version'], { encoding: 'utf8' }).stdout : '';
  const version = /\d+(\.\d+)+/.exec(said)?.[0];
  return version ? [...versions, `pgbench ${version}`] : versions;
}
