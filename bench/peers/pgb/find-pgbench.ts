// Where pgbench is: on the PATH, or where Debian keeps the programs of a server; of several the newest.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

export function findPgbench(path = process.env.PATH ?? '', debian = DEBIAN): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...path.split(delimiter).filter(Boolean),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  const file = process.platform === 'win32' ? 'pgbench.exe' : 'pgbench';
  return folders.map((folder) => join(folder, file)).find((each) => existsSync(each)) ?? null;
}
