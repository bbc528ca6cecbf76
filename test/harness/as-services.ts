// Set up for the tests that ask five services over HTTP instead of one process.
(globalThis as { __MODE__?: string }).__MODE__ = 'services';
