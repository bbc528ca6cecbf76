// Which kind each file is, and which kinds and packages each kind may know: the table of arrows.
export const fileKinds = 'rules entity input resolver reference loader query permissions'.split(' ');

export interface Arrow {
  /** Kinds, or the beginnings of paths in platform/. */
  may: readonly string[];
  packages: readonly string[] | 'any';
}

const OWN = ['rules', 'refusals', 'entity', 'input', 'verb', 'query', 'loader', 'reference', 'foreign', 'tools'];

export const arrows: Readonly<Record<string, Arrow>> = {
  // big.js: rates are exact decimals, never floats. node:crypto: a content hash is a pure function of its content. zod words the shape of a pack.
  'platform/vocabulary': { may: ['platform/vocabulary'], packages: ['big.js', 'node:crypto', 'zod'] },
  // Pure as the vocabulary is; zod only words the shape of a pack.
  'platform/obligation': { may: ['platform/vocabulary', 'platform/obligation'], packages: ['zod', 'big.js'] },
  // Workbooks in and out, as streams: nothing but bytes and what is refused of them.
  'platform/sheet': { may: ['platform/vocabulary', 'platform/sheet'], packages: ['node:stream', 'node:zlib'] },
  'platform/access': { may: ['platform/vocabulary', 'platform/access'], packages: 'any' },
  'platform/process': { may: ['platform/vocabulary', 'platform/process'], packages: 'any' },
  // What leaves the house: it knows no rows and no graph.
  'platform/outgoing': { may: ['platform/vocabulary', 'platform/process', 'platform/outgoing'], packages: 'any' },
  'platform/database': {
    may: ['platform/vocabulary', 'platform/access', 'platform/process/log', 'platform/database'],
    packages: 'any',
  },
  'platform/graph': { may: ['platform/'], packages: 'any' },
  'platform/execution': { may: ['platform/'], packages: ['graphql', 'type-graphql'] },
  // zod only words the shape of a rule pack; big.js keeps its rates exact. Both are pure.
  rules: { may: ['rules', 'refusals', 'platform/vocabulary', 'platform/obligation'], packages: ['big.js', 'zod'] },
  refusals: { may: ['platform/vocabulary'], packages: [] },
  permissions: { may: ['permissions', 'platform/access'], packages: [] },
  entity: {
    // Another entity of the same subgraph is the other end of a relation; `classified` gives a field its class.
    may: [
      'rules',
      'entity',
      'foreign',
      'platform/vocabulary',
      'platform/obligation',
      'platform/database/columns',
      'platform/graph/scalars',
      'platform/graph/exemption',
      'platform/graph/obligation-shape',
      'platform/graph/classified',
      'platform/graph/connection',
    ],
    packages: ['typeorm', 'type-graphql'],
  },
  foreign: {
    may: [
      'foreign',
      'rules',
      'platform/vocabulary',
      'platform/graph/scalars',
      'platform/graph/classified',
      'platform/graph/connection',
    ],
    packages: ['type-graphql'],
  },
  input: {
    may: [
      // an enum is registered beside the entity that has it
      'entity',
      'rules',
      'input',
      'platform/vocabulary',
      'platform/graph/scalars',
      'platform/graph/classified',
      'platform/graph/connection',
    ],
    packages: ['type-graphql', 'class-validator'],
  },
  verb: {
    may: [
      'rules',
      'refusals',
      'entity',
      'input',
      'verb',
      'query',
      'loader',
      'tools',
      'foreign',
      'platform/vocabulary',
      'platform/obligation',
      'platform/database',
      'platform/graph',
    ],
    packages: ['typeorm', 'node:crypto'],
  },
  resolver: {
    // permissions: the one table decides what a field shows masked.
    may: [
      ...OWN,
      'permissions',
      'platform/vocabulary',
      'platform/obligation',
      'platform/database/page',
      'platform/graph',
    ],
    packages: ['type-graphql'],
  },
  loader: {
    may: [
      'entity',
      'rules',
      'foreign',
      'query',
      'loader',
      'tools',
      'platform/vocabulary',
      'platform/obligation',
      'platform/database',
      'platform/graph',
    ],
    packages: ['typeorm', 'dataloader'],
  },
  reference: {
    may: [
      'entity',
      'rules',
      'foreign',
      'query',
      'loader',
      'platform/vocabulary',
      'platform/database',
      'platform/graph',
    ],
    packages: ['typeorm', 'dataloader'],
  },
  query: {
    may: [
      'entity',
      'rules',
      'query',
      'platform/vocabulary',
      'platform/obligation',
      'platform/database',
      'platform/graph/loader',
      'platform/graph/context',
    ],
    packages: [],
  },
  migration: { may: ['migration', 'platform/vocabulary', 'platform/database'], packages: [] },
  // subgraph.ts, main.ts and what else lies directly in a subgraph's folder put its parts together.
  // What a subgraph is opened with, such as keys and packs: read once, handed to every context.
  tools: { may: ['rules', 'refusals', 'root', 'tools', 'platform/'], packages: 'any' },
  root: { may: [...OWN, 'resolver', 'permissions', 'migration', 'root', 'platform/'], packages: 'any' },
  gateway: {
    may: ['gateway', 'platform/'],
    packages: [
      '@apollo/federation-internals',
      '@apollo/gateway',
      '@apollo/query-planner',
      '@apollo/server',
      '@apollo/utils.keyvaluecache',
      '@graphql-tools/utils',
      'graphql',
      'graphql-scalars',
      'helmet',
      'jose',
      'pg',
      'pino',
      'prom-client',
      'reflect-metadata',
      'undici',
      'zod',
      'node:',
    ],
  },
};

/** The kind of a file, or undefined for those that may know everything: start, schema, data, bench and every test. */
export function kindOf(path: string): string | undefined {
  if (/\.test(\.ts)?$/.test(path)) return undefined;
  const [top = '', second = '', ...rest] = path.replace(/\.ts$/, '').split('/');
  if (top === 'platform') return `platform/${second}`;
  if (top === 'gateway') return 'gateway';
  if (top !== 'services') return undefined;
  const [folder = '', name = ''] = rest;
  if (rest.length === 1) {
    if (folder.endsWith('.rules')) return 'rules';
    return ['refusals', 'permissions', 'tools'].includes(folder) ? folder : 'root';
  }
  if (folder === 'migrations') return 'migration';
  if (folder === 'foreign') return 'foreign';
  return name.split('.')[1] ?? 'verb';
}

/** `services/<name>`, or the top folder. */
export function houseOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'services' ? `${top}/${second}` : top;
}
