// Reads what a tour compares the graph with: the list of demo accounts and the manifest, as the city's files have them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import type { TourInput } from './run-tour';
import type { DemoAccount, TourManifest } from './tour-guide';

export function readTourInput(url: string): TourInput {
  const { accounts } = readJson<{ accounts: DemoAccount[] }>('demo-accounts.json');
  return { url, accounts, manifest: readJson<TourManifest>('manifest.json') };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(projectRoot, 'data/laiwu', file), 'utf8')) as T;
}
