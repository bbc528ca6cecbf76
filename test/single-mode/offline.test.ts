// Nothing leaves the machine (S21): a process opens the graph in both modes and asks it, and all that it dials is the loopback.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';

const program = join(projectRoot, 'dist/test/single-mode/watched-world.js');

function watched(what: 'in-process' | 'services' | 'outside') {
  if (!existsSync(program)) throw new Error('the project is not built: npm run build');
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, what], {
    cwd: projectRoot,
    encoding: 'utf8',
    timeout: 55_000,
  });
  if (status !== 0) throw new Error(`${what}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { households: number; dials: number; outside: string[] };
}

test.each(['in-process', 'services'] as const)('%s: only the loopback is dialled, and the graph answers', (mode) => {
  const { households, dials, outside } = watched(mode);
  expect(outside).toEqual([]);
  expect(households).toBeGreaterThan(100);
  expect(dials).toBeGreaterThan(5);
});

test('the control: an attempt outside is found, by name and by address', () => {
  expect(watched('outside').outside).toEqual(expect.arrayContaining(['192.0.2.1', 'telemetry.invalid']));
});
