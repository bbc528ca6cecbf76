// Data files that ship (数据文件), such as rule packs: all of a folder, in the order of their names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root';

export function readData<T>(folder: string, parse: (json: unknown) => T): T[] {
  const path = join(projectRoot, 'data', folder);
  const files = readdirSync(path).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => parse(JSON.parse(readFileSync(join(path, name), 'utf8'))));
}
