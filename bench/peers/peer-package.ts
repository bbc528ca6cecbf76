// Packages of the peers lie in a folder with a lock of its own: loaded from there at run time, their shapes written down where they are used.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PEER_PACKAGES } from '../process/peer-node';

const requireFrom = createRequire(join(PEER_PACKAGES, 'package.json'));

export function peerPackage<T>(name: string): T {
  return requireFrom(name) as T;
}

/** As installed. */
export function versionOf(name: string): string {
  const file = join(PEER_PACKAGES, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
