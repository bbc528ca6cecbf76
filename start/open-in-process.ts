// Opens the four subgraphs in this process; they ask one another by a call instead of over HTTP, with the same caller and the same walls.
import type { FormattedExecutionResult } from 'graphql';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { type OpenSubgraph, openSubgraph } from '#platform/graph/subgraph';
import type { Log } from '#platform/process/log';
import { executionOf } from '#platform/process/settings';
import { type Addresses, environmentOf } from './environment';
import type { Secrets } from './secrets';
import { subgraphs } from './subgraphs';

export async function openInProcess(
  secrets: Secrets,
  at: Addresses,
  log: Log,
  poolSize = 10,
): Promise<Record<SubgraphName, OpenSubgraph>> {
  const open = {} as Record<SubgraphName, OpenSubgraph>;
  // One after the other: compiling one would make the connections of another wait beyond their limit.
  for (const name of subgraphNames) {
    const env = environmentOf(name, secrets, at);
    const { parts, toolsOf } = subgraphs[name];
    open[name] = await openSubgraph(parts, {
      url: env[`${name.toUpperCase()}_DATABASE_URL`] as string,
      rolePrefix: at.rolePrefix,
      poolSize,
      log,
      tools: toolsOf(env),
      execution: executionOf(env),
      isPlannedHere: true,
      ask: async (other, operation, caller): Promise<FormattedExecutionResult> =>
        JSON.parse(JSON.stringify(await open[other].execute(operation, caller))),
    });
  }
  return open;
}
