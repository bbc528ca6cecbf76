// CPU time is charged to whom it belongs: the process and all beneath it, by names that a reader knows.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpuOf, nameOfCommand, parseStat, processesUnder } from './process-cpu';

test('a process whose name has spaces and brackets is read past it', () => {
  const line = '42 (a (b) c) S 7 42 42 0 -1 4194304 100 0 0 0 12 3 40 5 20 0 1 0 100 1000 10';
  expect(parseStat(line)).toEqual({ parent: 7, own: 150_000, ended: 450_000 });
});

test.each([
  ['node --enable-source-maps dist/services/funds/main.js', 'funds'],
  ['node dist/gateway/main.js', 'gateway'],
  ['node dist/bench/peers/naive/serve-subgraph.js households', 'households'],
  ['node dist/bench/serve-graph.js', 'serve-graph'],
])('%s is %s', (command, name) => {
  expect(nameOfCommand(command.split(' '))).toBe(name);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('what a side spawned is found, and work is seen', async () => {
  const busy =
    "const until = Date.now() + 150; while (Date.now() < until); process.stdout.write('done'); setInterval(() => 0, 1e6)";
  const child = spawn(process.execPath, ['-e', busy], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const found = processesUnder('server', process.pid);
  expect(found[0]).toEqual({ name: 'server', pid: process.pid });
  expect(found.map(({ pid }) => pid)).toContain(child.pid);
  expect(cpuOf(child.pid as number)).toBeGreaterThan(20_000);
  child.kill();
  await once(child, 'exit');
  expect(cpuOf(child.pid as number)).toBeNull();
});
