// The peers that there are: each a process of its own, and how a question is put to it.
import type { PeerName, Question, SideName, Workload } from '../workload';

interface SideKind {
  /** the built file of its process */
  file: string;
  request(workload: Workload, question: Question): { path: string; body: string };
}

export const sideKinds: Readonly<Record<SideName, SideKind>> = {
  graph: {
    file: 'bench/serve-graph.js',
    request: ({ operation }, { variables }) => ({
      path: '/graphql',
      body: JSON.stringify({ query: operation, variables }),
    }),
  },
  RAW: {
    file: 'bench/peers/raw.js',
    request: ({ name }, { variables }) => ({ path: `/${name}`, body: JSON.stringify(variables) }),
  },
};

export const peerNames: readonly PeerName[] = ['RAW'];
