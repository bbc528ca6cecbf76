// Which sides take part in a workload: those that were named, or all that can answer it.
import { type ServedName, sideKinds } from '../peers/all-peers';
import { pgbStatements } from '../peers/pgb/pgb-statements';
import { type OwnName, type PeerName, peerNames, type SideName, type Workload } from '../workload';

export interface Chosen {
  modes: readonly OwnName[];
  /** null when none was named */
  peers: readonly PeerName[] | null;
}

export function chooseSides(workload: Workload, { modes, peers }: Chosen): SideName[] {
  const answers = (name: SideName) =>
    name === 'PGB' ? workload.name in pgbStatements : sideKinds[name].canonicalOf(workload) !== undefined;
  const takesPart = (name: PeerName) => {
    const unnamed = name === 'PGB' ? undefined : sideKinds[name].unnamed;
    return peers ? peers.includes(name) : (unnamed?.includes(workload.name) ?? true);
  };
  return [...modes, ...peerNames.filter((name) => takesPart(name))].filter(answers);
}

/** What must be opened for them: HIVE asks the subgraphs of `services`, and the ground is drawn through `graph`. */
export function servedFor(names: readonly SideName[]): ServedName[] {
  const served = (Object.keys(sideKinds) as ServedName[]).filter((name) => names.includes(name));
  const behind = served.some((name) => sideKinds[name].behindServices);
  const first: ServedName[] = behind ? ['graph', 'services'] : ['graph'];
  return [...new Set([...first, ...served])];
}
