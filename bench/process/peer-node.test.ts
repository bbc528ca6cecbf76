// One Node for a whole run: an older one is told from a good one, and each system has its own package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOldNode, PEER_PACKAGES, peerNodeFile, whyNoPeerNode } from './peer-node';

test.each([
  ['20.20.2', true],
  ['22.23.3', false],
  ['24.1.0', false],
])('Node %s is old: %s', (version, old) => {
  expect(isOldNode(version)).toBe(old);
});

test.each([
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'x64'],
  ['darwin', 'arm64'],
  ['win32', 'x64'],
])('the lock has a Node for %s %s', (platform, arch) => {
  const lock = JSON.parse(readFileSync(join(PEER_PACKAGES, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; bin: Record<string, string> }>;
  };
  const name = /node_modules\/(node-[\w-]+)/.exec(peerNodeFile(platform, arch).replaceAll('\\', '/'))?.[0] ?? '';
  const found = lock.packages[name];
  expect(isOldNode(found?.version)).toBe(false);
  expect(peerNodeFile(platform, arch)).toContain(join(name, found?.bin.node ?? '?'));
});

test('where there is none, what to do is said', () => {
  expect(whyNoPeerNode(join(PEER_PACKAGES, 'no-such-node'))).toContain('install Node 22 or newer');
});
