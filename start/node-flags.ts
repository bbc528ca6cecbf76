// What a Node process of the graph is started with: room for the short-lived objects of requests, so that few are copied on their way out.
/** MiB of the young half-space: measured at 16, 32 and 64 in docs/performance.md. start.mjs and docker-compose.yml say the same. */
export const NODE_FLAGS = ['--max-semi-space-size=64'] as const;
