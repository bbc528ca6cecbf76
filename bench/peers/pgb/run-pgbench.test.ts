// pgbench is told what was meant, and what it says is understood; anything else is a fault, not a figure.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPgbench } from './find-pgbench';
import { PgbenchFailed, pgbenchArguments, readPgbench, runPgbench } from './run-pgbench';

const run = {
  program: 'pgbench',
  databaseUrl: 'postgresql://bench:p%40ss@127.0.0.1:5999/laiwu',
  script: 'a.sql',
  connections: 16,
  seconds: 1.5,
  seed: 7,
  variables: { accounts: 100 },
};
const output = `transaction type: a.sql
number of transactions actually processed: 2000
number of failed transactions: 3 (0.150%)
latency average = 2.000 ms
initial connection time = 12.2 ms
tps = 666.500000 (without initial connection time)
`;
const progress = `progress: 1.0 s, 200.0 tps, lat 5.000 ms stddev 1.0, 0 failed
progress: 2.0 s, 800.0 tps, lat 1.200 ms stddev 0.3, 0 failed
progress: 3.0 s, 1000.0 tps, lat 1.000 ms stddev 0.3, 0 failed
`;

test('a second more than asked, whole ones, the seed and the numbers of the script', () => {
  expect(pgbenchArguments(run)).toEqual(
    expect.arrayContaining([
      '--protocol=prepared',
      '--client=16',
      '--time=3',
      '--random-seed=7',
      '--define=accounts=100',
      '--file=a.sql',
    ]),
  );
});

test('the first second, in which connections and plans are made, does not count', () => {
  expect(readPgbench(output, progress)).toEqual({ transactions: 2000, failed: 3, perSecond: 900, latency: 1.1 });
});

test('without progress the whole run is taken, and other words are a fault', () => {
  expect(readPgbench(output, '')).toMatchObject({ perSecond: 666.5, latency: 2 });
  expect(() => readPgbench('事务类型: a.sql', '')).toThrow(PgbenchFailed);
});

describe('a program in the place of pgbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'));
  const program = join(folder, 'pgbench');
  afterAll(() => rmSync(folder, { recursive: true }));
  const say = (script: string) => {
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
  };

  test('is found on the path, else where Debian has it, else not at all', () => {
    say('exit 0');
    expect(findPgbench(folder, join(folder, 'none'))).toBe(program);
    expect(findPgbench('', join(folder, 'none'))).toBeNull();
  });

  test('gets the password by the environment, never as an argument', async () => {
    say(
      `case "$*" in *p@ss*) exit 9;; esac; test "$PGPASSWORD" = 'p@ss' && test "$PGPORT" = 5999 || exit 8; echo "${output}"`,
    );
    await expect(runPgbench({ ...run, program })).resolves.toMatchObject({ transactions: 2000 });
  });

  test('that fails is told with its own words', async () => {
    say('echo "connection refused" >&2; exit 1');
    await expect(runPgbench({ ...run, program })).rejects.toThrow('connection refused');
  });
});
