// Where numbers stand in plain (明文查找): in a text, in a dump of every table, in the files of the database server and of the world.
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { World } from '../harness/world';

/** Whatever was planted, found in a text: also within a longer run of digits, as bytes beside it may look like digits. */
export function foundIn(text: string, planted: ReadonlySet<string>): string[] {
  const runs = text.match(/\d{15,}X?/g) ?? [];
  const parts = runs.flatMap((run) => [...run].flatMap((_, at) => [run.slice(at, at + 18), run.slice(at, at + 19)]));
  return [...new Set(parts.filter((part) => planted.has(part)))];
}

function filesBelow(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : [];
  });
}

/** The folder of another test's database may go while this one looks. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The cluster's folder without the databases of other tests. */
async function filesOfWorld(world: World): Promise<string[]> {
  const { rows } = await world.sql.query<{ oid: string; folder: string }>(
    `select oid::text as oid, current_setting('data_directory') as folder from pg_database where datname = current_database()`,
  );
  const { oid, folder } = rows[0] as { oid: string; folder: string };
  const own = filesBelow(join(folder, 'base', oid));
  const shared = filesBelow(folder).filter((path) => !path.startsWith(join(folder, 'base')));
  const cluster = dirname(process.env.TEST_CLUSTER as string);
  // What the suite itself remembers of its questions is no file of the project's.
  const around = filesBelow(cluster).filter(
    (path) => !path.startsWith(`${folder}/`) && !path.includes('/base/') && !path.endsWith('/heard-operations.jsonl'),
  );
  const kept =
    world.addresses.filesDir && existsSync(world.addresses.filesDir) ? filesBelow(world.addresses.filesDir) : [];
  return [...new Set([...own, ...shared, ...around, ...kept])];
}
export async function foundInFiles(world: World, planted: ReadonlySet<string>): Promise<string[]> {
  // What was only in memory is written: the log first, then the pages.
  await world.sql.query('select pg_switch_wal()');
  await world.sql.query('checkpoint');
  return (await filesOfWorld(world)).flatMap((path) => {
    const runs = foundIn(readFileSync(path, 'latin1'), planted);
    return runs.length > 0 ? [`${path}: ${runs.length}`] : [];
  });
}
/** Every row of every table as text, which is what a plain dump writes. */
export async function foundInDump(world: World, planted: ReadonlySet<string>): Promise<string[]> {
  const { rows: tables } = await world.sql.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.sql.query<{ text: string }>(`select t::text as text from ${name} t`);
    found.push(...foundIn(rows.map(({ text }) => text).join('\n'), planted).map((run) => `${name}: ${run}`));
  }
  return found;
}
