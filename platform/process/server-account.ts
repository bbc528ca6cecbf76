// Under which account of the machine the database server runs, since PostgreSQL refuses to run as root.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Undefined means: as ourselves. */
export type ServerAccount = { uid: number; gid: number } | undefined;

function numberOf(flag: '-u' | '-g', user: string): number | undefined {
  const answer = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

function accountOf(user: string): ServerAccount {
  const uid = numberOf('-u', user);
  const gid = numberOf('-g', user);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The owner of a cluster that is there already, otherwise `postgres` (made when missing), otherwise `nobody`. */
export function serverAccount(cluster: string): ServerAccount {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (!isRoot()) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new Error(
        `数据库目录 ${cluster} 属于另一用户(uid ${owner.uid}),请用该用户或 root 启动 · The database folder belongs to uid ${owner.uid}: start as that user or as root`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = accountOf('postgres');
  if (known) return known;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const account = accountOf('postgres') ?? accountOf('nobody');
  if (!account) {
    throw new Error(
      '以 root 运行时需要 postgres 或 nobody 用户 · As root a user `postgres` or `nobody` is needed: useradd --system postgres',
    );
  }
  return account;
}

/** Whether that account may pass every folder on the way and use the path as asked (`x` enter or run, `r` read). */
export function mayUse(account: ServerAccount, path: string, how: 'x' | 'r'): boolean {
  if (!account) return true;
  // Asked of the kernel under that account, so that access lists count too.
  return spawnSync('/bin/sh', ['-c', `test -${how} "$1"`, 'sh', path], { ...account, cwd: '/' }).status === 0;
}
