// After the suite: the cluster is stopped and its folder removed.
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster?.();
}
