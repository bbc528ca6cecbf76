// How the tests run: as they were built, in plain Node; rules beside the code, the rest through the graph, in one process and as five services.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

// What was saved since the last build is built first, however jest was started.
if (spawnSync(process.execPath, [join(__dirname, 'start.mjs'), '--build'], { stdio: 'inherit' }).status !== 0)
  process.exit(1);

const built = (file) => `<rootDir>/dist/${file}`;

const shared = {
  rootDir: __dirname,
  // A file of tests needs no modules of its own: loading them anew for each took half the time of the suite.
  runner: 'jest-light-runner/child-process',
  setupFilesAfterEnv: [built('test/harness/time-limit.js')],
  testPathIgnorePatterns: ['/node_modules/'],
  transform: {},
};

const throughTheGraph = {
  ...shared,
  globalSetup: built('test/harness/global-setup.js'),
  globalTeardown: built('test/harness/global-teardown.js'),
};

const inEitherMode = {
  ...throughTheGraph,
  testMatch: [built('test/**/*.test.js')],
  testPathIgnorePatterns: [
    ...shared.testPathIgnorePatterns,
    built('test/architecture/'),
    built('test/single-mode/'),
    // One subgraph by itself is the same in either mode.
    built('test/subgraphs/'),
  ],
};

module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: [built('**/*.test.js')],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, built('test/')],
    },
    { ...inEitherMode, displayName: 'in-process' },
    { ...inEitherMode, displayName: 'services', setupFiles: [built('test/harness/as-services.js')] },
    // Reads files only: no database is started for it.
    { ...shared, displayName: 'architecture', testMatch: [built('test/architecture/**/*.test.js')] },
    {
      ...throughTheGraph,
      displayName: 'single',
      testMatch: [built('test/single-mode/**/*.test.js'), built('test/subgraphs/**/*.test.js')],
    },
  ],
};
