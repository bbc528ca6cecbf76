// The one command: checks Node, installs and builds what is missing, then runs what was asked for; no package is needed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// In this file no syntax newer than Node 12 reads: otherwise an old one dies on a syntax error instead of the line below.
const root = dirname(fileURLToPath(import.meta.url));
const version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    `需要 Node 20.19 或更新版本,当前是 ${process.version} · Node 20.19 or newer is needed, this is ${process.version}: https://nodejs.org`,
  );
  process.exit(1);
}

const flags = process.argv.slice(2);
const at = (...parts) => join(root, ...parts);
const say = (line) => process.stderr.write(`${line}\n`);

function failed(line) {
  say(line);
  process.exit(1);
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** npm writes this copy of the lock when it has finished; a half-finished install has none. */
function isInstalled() {
  const copy = at('node_modules', '.package-lock.json');
  if (!existsSync(copy)) return false;
  const wanted = textOf(at('package-lock.json'));
  const mark = createHash('sha256').update(wanted).digest('hex');
  // The mark outlives a `git checkout`, which touches the lock's time without changing it.
  if (textOf(at('node_modules', '.lock-sha256')).trim() === mark) return true;
  if (statSync(copy).mtimeMs < statSync(at('package-lock.json')).mtimeMs) {
    const here = JSON.parse(textOf(copy)).packages;
    const inLock = JSON.parse(wanted).packages;
    // Packages of other systems are in the lock and never installed.
    for (const name of Object.keys(inLock)) {
      if (name !== '' && !inLock[name].optional && (!here[name] || here[name].version !== inLock[name].version))
        return false;
    }
  }
  try {
    writeFileSync(at('node_modules', '.lock-sha256'), mark);
  } catch {
    // A folder that may not be written is compared anew each time.
  }
  return true;
}

function install() {
  if (isInstalled()) return;
  say('正在安装依赖(npm ci)… · installing the packages (npm ci) …');
  // Development packages are needed to build and test, whatever NODE_ENV says.
  const done = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0)
    failed(
      'npm ci 未成功,请看上面的信息 · npm ci failed, see above: check the network or the registry, then try again',
    );
  isInstalled();
}

const SOURCES = ['platform', 'services', 'gateway', 'schema', 'data', 'bench', 'test', 'start'];

function newestUnder(folder, newest) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // What the bench's peers need is installed under bench/ and is no source.
    if (entry.name === 'node_modules') continue;
    if (entry.isDirectory()) newest = newestUnder(path, newest);
    else if (/\.(ts|js|css|html)$/.test(entry.name)) newest = Math.max(newest, statSync(path).mtimeMs);
  }
  // A folder's own time changes when a file in it was removed.
  return Math.max(newest, statSync(folder).mtimeMs);
}

function isBuilt() {
  const mark = at('dist', '.built');
  if (!existsSync(mark)) return false;
  let newest = 0;
  for (const file of ['start.ts', 'tsconfig.json', 'package-lock.json']) {
    if (existsSync(at(file))) newest = Math.max(newest, statSync(at(file)).mtimeMs);
  }
  for (const folder of SOURCES) if (existsSync(at(folder))) newest = newestUnder(at(folder), newest);
  return newest <= statSync(mark).mtimeMs;
}

function node(...parts) {
  return spawnSync(process.execPath, parts, { cwd: root, stdio: ['ignore', 2, 2] }).status;
}

function build() {
  if (isBuilt()) return;
  const begun = Date.now();
  say('正在编译… · building …');
  // The time of the beginning counts: a source saved during the build is newer than it.
  if (node(at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json') !== 0) {
    failed('编译未成功,请看上面的信息 · the build failed, see above');
  }
  const assemble = at('dist', 'gateway', 'explorer', 'assemble.js');
  if (existsSync(assemble) && node(assemble) !== 0)
    failed('网页工具未能生成 · the explorer could not be assembled, see above');
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(at('dist', '.built'), '');
  utimesSync(at('dist', '.built'), begun / 1000, begun / 1000);
  removeOldTests(at('dist'));
}

/** A test whose source is gone would run on. */
function removeOldTests(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeOldTests(path);
    else if (path.endsWith('.test.js') && !existsSync(at(relative(at('dist'), path).replace(/\.js$/, '.ts'))))
      rmSync(path);
  }
}

/** Runs a program in the foreground: its signals are ours, and its exit code. */
function forward(args, env) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => failed(error.message));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] || 0) : code));
}

/** All checks run, all are told; one that failed makes the exit code. */
function check() {
  const checks = [
    ['biome check', at('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '.'],
    ['tsc --noEmit', at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit'],
    ['schema/compose --check', at('dist', 'schema', 'compose.js'), '--check'],
    ['dclint docker-compose.yml', at('node_modules', 'dclint', 'bin', 'dclint.cjs'), 'docker-compose.yml'],
  ];
  const broken = [];
  for (const [name, ...args] of checks) {
    const begun = Date.now();
    const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.log(`${done.status === 0 ? '通过 ok     ' : '未通过 FAIL '}${name.padEnd(28)}${seconds} s`);
    if (done.status !== 0) {
      console.log(done.stdout + done.stderr);
      broken.push(name);
    }
  }
  if (broken.length > 0) console.log(`未通过 · failed: ${broken.join(', ')}`);
  process.exit(broken.length > 0 ? 1 : 0);
}

install();
const mode = [
  '--services',
  '--tour',
  '--build',
  '--test',
  '--bench',
  '--compose',
  '--check',
  '--check-ledger',
  '--divisions',
].find((flag) => flags[0] === flag);
const rest = mode ? flags.slice(1) : flags;
build();
if (mode === '--build') process.exit(0);
else if (mode === '--test') forward([at('node_modules', 'jest', 'bin', 'jest.js'), ...rest], {});
else if (mode === '--tour') forward([at('dist', 'test', 'tour', 'tour.js'), ...rest], {});
else if (mode === '--bench') forward([at('dist', 'bench', 'bench.js'), ...rest], {});
else if (mode === '--check-ledger') forward([at('dist', 'start', 'check-ledger.js'), ...rest], {});
else if (mode === '--divisions') forward([at('dist', 'data', 'divisions', 'import-divisions.js'), ...rest], {});
else if (mode === '--compose') forward([at('dist', 'schema', 'compose.js'), ...rest], {});
else if (mode === '--check') check();
else {
  const env = { NODE_ENV: process.env.NODE_ENV || 'production' };
  forward([at('dist', 'start.js'), ...(mode ? [mode] : []), ...rest], env);
}
