// Before the suite: one cluster for all its tests.
import { startCluster } from './cluster';

export default async function globalSetup(): Promise<void> {
  const { file, stop } = await startCluster();
  process.env.TEST_CLUSTER = file;
  (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster = stop;
}
