// After the suite: the cluster is stopped and its folder removed, and queries that the differential tests do not know yet are told.
import { existsSync, readFileSync } from 'node:fs';
import { generateCity } from '../../data/generate/city';
import { keepOperations, unknownOperations } from '../differential/known-operations';
import { SMALL } from './cluster';
import { type HeardOperation, heardFile, shapeOf } from './heard-operations';

export default async function globalTeardown(): Promise<void> {
  const heard = heardInThisRun();
  await (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster?.();
  if (process.env.RECORD_OPERATIONS) return keepOperations(heard, generateCity(SMALL));
  const unknown = unknownOperations(heard).map(({ subgraph, query }) => `${subgraph ?? 'graph'}: ${shapeOf(query)}`);
  if (unknown.length === 0) return;
  const told = `${unknown.length} queries of the suite are not in test/differential/operations.jsonl, so that both ways of execution are not compared on them. Run their tests once with RECORD_OPERATIONS=1 and commit the file.\n${unknown.join('\n')}\n`;
  if (process.env.CI) throw new Error(told);
  process.stderr.write(`\n${told}`);
}

function heardInThisRun(): HeardOperation[] {
  const file = heardFile(process.env.TEST_CLUSTER ?? '');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as HeardOperation);
}
