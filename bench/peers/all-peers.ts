// The sides that there are: each a process of its own, or several, and how a question is put to it.
import type { Canonical, PeerName, Question, SideName, Workload } from '../workload';
import { pgrQuestions } from './pgr/pgr-question';

export interface SideKind {
  /** the built file of its process */
  file: string;
  /** needs what lies in bench/peer-packages */
  fromPackages?: boolean;
  /** asks the four subgraphs of the side `services` */
  behindServices?: boolean;
  /** workloads that it takes part in without being named; all that it can answer where left out */
  unnamed?: readonly string[];
  request(workload: Workload, question: Question): { path: string; body: string };
  /** undefined for a workload that it cannot answer */
  canonicalOf(workload: Workload): Canonical | undefined;
}

/** Asked as a client of the graph asks. */
const asGraph: Omit<SideKind, 'file'> = {
  request: ({ operation }, { variables }) => ({
    path: '/graphql',
    body: JSON.stringify({ query: operation, variables }),
  }),
  canonicalOf: ({ canonical }) => canonical.graph,
};

/** PGB has no process that waits for requests: see peers/pgb.ts. */
export type ServedName = Exclude<SideName, 'PGB'>;

export const sideKinds: Readonly<Record<ServedName, SideKind>> = {
  graph: { file: 'bench/serve-graph.js', ...asGraph },
  services: { file: 'bench/serve-services.js', ...asGraph },
  RAW: {
    file: 'bench/peers/raw.js',
    request: ({ name }, { variables }) => ({ path: `/${name}`, body: JSON.stringify(variables) }),
    canonicalOf: ({ canonical }) => canonical.RAW,
  },
  PGR: {
    file: 'bench/peers/pgr.js',
    fromPackages: true,
    request: ({ name }, { variables }) => ({
      path: '/graphql',
      body: JSON.stringify(pgrQuestions[name]?.ask(variables)),
    }),
    canonicalOf: ({ name }) => pgrQuestions[name]?.canonical,
  },
  // Apollo's stand-alone server answers at its root.
  NAIVE: {
    file: 'bench/peers/naive.js',
    ...asGraph,
    request: (...asked) => ({ ...asGraph.request(...asked), path: '/' }),
  },
  HIVE: { file: 'bench/peers/hive.js', fromPackages: true, behindServices: true, unnamed: ['W2'], ...asGraph },
  HIVE_RUST: { file: 'bench/peers/hive.js', fromPackages: true, behindServices: true, unnamed: ['W2'], ...asGraph },
};

export const servedPeers = (names: readonly PeerName[]) => names.filter((name) => name !== 'PGB');
