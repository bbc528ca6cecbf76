// A data folder is held by one process; the dead hold nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlreadyRunning, takeSingleInstance } from './single-instance';

let folder = '';
const file = (): string => join(folder, 'instance.json');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'single-instance-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the second one is told process and address in one line', () => {
  const first = takeSingleInstance(folder);
  first.listening('http://127.0.0.1:4000/graphql');
  let told = '';
  try {
    takeSingleInstance(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(AlreadyRunning);
    told = (error as Error).message;
  }
  expect(told).toContain('http://127.0.0.1:4000/graphql');
  expect(told).toContain(String(process.pid));
  expect(told).not.toContain('\n');
  first.release();
  expect(existsSync(file())).toBe(false);
  takeSingleInstance(folder).release();
});

test('a lock of a dead process, of a number given again, or a broken one is taken over', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  for (const left of [
    JSON.stringify({ pid: dead, began: 'x', since: '' }),
    JSON.stringify({ pid: process.pid, began: 'another boot', since: '' }),
    '{"pid":',
  ]) {
    writeFileSync(file(), left);
    const taken = takeSingleInstance(folder);
    expect(JSON.parse(readFileSync(file(), 'utf8')).began).not.toBe('another boot');
    taken.release();
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('what another one has taken meanwhile is not released', () => {
  const taken = takeSingleInstance(folder);
  writeFileSync(file(), JSON.stringify({ pid: 1, began: 'other', since: '' }));
  taken.release();
  expect(existsSync(file())).toBe(true);
});
