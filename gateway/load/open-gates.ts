// The gates of all subgraphs, as the settings say, each telling the log when its breaker moves.
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import type { Log } from '#platform/process/log';
import type { GatewaySettings } from '../settings';
import type { BreakerState } from './breaker';
import { SubgraphGate } from './subgraph-gate';

const SAYS: Readonly<Record<BreakerState, string>> = {
  open: '子图多次未答复，已断开 · the breaker is open: most calls to the subgraph failed',
  'half-open': '正在试探子图 · a probe is sent to the subgraph',
  closed: '子图已恢复 · the breaker is closed: the subgraph answers again',
};

type GateNumbers = Pick<
  GatewaySettings,
  'SUBGRAPH_IN_FLIGHT' | 'SUBGRAPH_QUEUE' | 'BREAKER_FAILURES' | 'BREAKER_PAUSE_MS'
>;

export function openGates(settings: GateNumbers, log: Log): Readonly<Record<SubgraphName, SubgraphGate>> {
  const gateOf = (subgraph: SubgraphName) =>
    new SubgraphGate({
      subgraph,
      most: settings.SUBGRAPH_IN_FLIGHT,
      mostWaiting: settings.SUBGRAPH_QUEUE,
      failures: settings.BREAKER_FAILURES,
      pauseMs: settings.BREAKER_PAUSE_MS,
      onChange: (breaker) => log[breaker === 'half-open' ? 'info' : 'warn']({ subgraph, breaker }, SAYS[breaker]),
    });
  return Object.fromEntries(subgraphNames.map((name) => [name, gateOf(name)])) as Record<SubgraphName, SubgraphGate>;
}

/** The same door, behind its gate. */
export const gatedDoor = (door: SubgraphDoor, gate: SubgraphGate, timeoutMs: number): SubgraphDoor => ({
  ...door,
  execute: (operation, caller) => gate.pass((ms) => door.execute(operation, caller, ms), timeoutMs),
});
