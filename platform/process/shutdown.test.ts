// Ctrl-C ends everything in the reverse order of its beginning, once, and never hangs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project-root';

const CHILD = `
const { writeSync } = require('node:fs');
const { onShutdown, shutDown } = require(process.argv[1]);
const say = (word) => writeSync(1, word + ' ');
setInterval(() => undefined, 1000);
`;

async function child(script: string, act: (kill: (signal: NodeJS.Signals) => void) => Promise<void> | void) {
  const running = spawn(process.execPath, ['-e', `${CHILD}${script}; say('up')`, join(__dirname, 'shutdown.js')], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const up = new Promise<void>((resolve) => {
    running.stdout.on('data', (part: Buffer) => {
      said += part;
      if (said.includes('up')) resolve();
    });
  });
  const ended = new Promise<number | null>((resolve) => running.once('close', resolve));
  await up;
  await act((signal) => void running.kill(signal));
  return { code: await ended, said: said.trim() };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('steps end in reverse order and once, although the same Ctrl-C arrives twice', async () => {
  const steps = `for (const n of ['database', 'subgraphs', 'gateway']) onShutdown(n, async () => {
    await new Promise((r) => setTimeout(r, 50)); say(n); })`;
  const { code, said } = await child(steps, (kill) => {
    kill('SIGINT');
    kill('SIGINT');
  });
  expect(said).toBe('up gateway subgraphs database');
  expect(code).toBe(0);
});

test('a failing step does not keep the next from ending, and shows in the exit code', async () => {
  const steps = `onShutdown('database', () => say('database')); onShutdown('gateway', () => { throw new Error('no') })`;
  const { code, said } = await child(steps, (kill) => kill('SIGTERM'));
  expect(said).toBe('up database');
  expect(code).toBe(1);
});

test('a second Ctrl-C ends at once', async () => {
  const { code } = await child(`onShutdown('stuck', () => new Promise(() => undefined))`, async (kill) => {
    kill('SIGINT');
    await pause(1200);
    kill('SIGINT');
  });
  expect(code).toBe(130);
});

test('the deadline ends what hangs', async () => {
  const script = `onShutdown('stuck', () => new Promise(() => undefined));
    setTimeout(() => shutDown(100).then((code) => process.exit(code)), 50)`;
  expect((await child(script, () => undefined)).code).toBe(1);
});
